// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * A parser that refuses text nested so deeply that a recursive walk over its tree could overflow the stack. Long chains of operators
 * count too: their trees are as deep as the chains are long.
 */
abstract class NestingLimit extends org.antlr.v4.runtime.Parser {
    /** In rules, of which a pair of parentheses or braces takes about three. */
    static final int MAX_DEPTH = 1000;

    private final Deque<Integer> depthBeforeRecursion = new ArrayDeque<>();
    private int depth;

    NestingLimit(TokenStream input) {
        super(input);
    }

    /** The text is nested too deeply at a token. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Token token;

        TooDeep(Token token) {
            super("nested too deeply", null, false, false);
            this.token = token;
        }

        Token token() {
            return token;
        }
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        super.enterRule(context, state, rule);
        descend();
    }

    @Override
    public void exitRule() {
        depth--;
        super.exitRule();
    }

    @Override
    public void enterRecursionRule(ParserRuleContext context, int state, int rule, int precedence) {
        depthBeforeRecursion.push(depth);
        super.enterRecursionRule(context, state, rule, precedence);
        descend();
    }

    @Override
    public void pushNewRecursionContext(ParserRuleContext context, int state, int rule) {
        super.pushNewRecursionContext(context, state, rule);
        descend();
    }

    @Override
    public void unrollRecursionContexts(ParserRuleContext parent) {
        depth = depthBeforeRecursion.pop();
        super.unrollRecursionContexts(parent);
    }

    @Override
    public void reset() {
        depth = 0;
        if (depthBeforeRecursion != null) {
            depthBeforeRecursion.clear();
        }
        super.reset();
    }

    private void descend() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new TooDeep(getCurrentToken());
        }
    }
}
