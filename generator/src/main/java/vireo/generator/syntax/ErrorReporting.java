// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.FailedPredicateException;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.misc.IntervalSet;
import vireo.generator.source.Span;

/** Recovers from a syntax error as ANTLR does, and says in an author's words what was found and what may stand there. */
final class ErrorReporting extends DefaultErrorStrategy {
    private final SyntaxErrors errors;
    private final int reliableEnd;

    /**
     * @param reliableEnd where in the text problems begin to be consequences of what was reported already
     */
    ErrorReporting(SyntaxErrors errors, int reliableEnd) {
        this.errors = errors;
        this.reliableEnd = reliableEnd;
    }

    @Override
    public void reportError(org.antlr.v4.runtime.Parser parser, RecognitionException problem) {
        if (inErrorRecoveryMode(parser)) {
            return;
        }
        beginErrorCondition(parser);
        Token found = problem.getOffendingToken();
        if (problem instanceof NoViableAltException choice && choice.getStartToken() != found) {
            unexpected(parser, found, expectedAt(parser, choice));
        } else if (problem instanceof NoViableAltException || problem instanceof InputMismatchException) {
            unexpected(parser, found, problem.getExpectedTokens());
        } else if (problem instanceof FailedPredicateException) {
            unexpected(parser, found, new IntervalSet());
        } else {
            throw new IllegalStateException("unknown kind of syntax error", problem);
        }
    }

    /**
     * Goes on behind the broken part: behind a list in parentheses, before a block, behind a statement, member or type. Other rules hand
     * the problem to the rule around them, which knows more.
     */
    @Override
    public void recover(org.antlr.v4.runtime.Parser parser, RecognitionException problem) {
        switch (parser.getContext().getRuleIndex()) {
            case JavaParser.RULE_recordHeader, JavaParser.RULE_formalParameters, JavaParser.RULE_condition -> {
                if (!skipToClosing(parser)) {
                    throw problem;
                }
            }
            case JavaParser.RULE_statement, JavaParser.RULE_member, JavaParser.RULE_switchGroup -> skipStatement(parser, true);
            case JavaParser.RULE_typeDeclaration, JavaParser.RULE_compilationUnit -> skipStatement(parser, false);
            default -> throw problem;
        }
    }

    /** Consumes up to the parenthesis that closes the list; false where there is none. */
    private static boolean skipToClosing(org.antlr.v4.runtime.Parser parser) {
        TokenStream tokens = parser.getTokenStream();
        int depth = 0;
        for (int i = parser.getContext().getStart().getTokenIndex(); i < tokens.size(); i++) {
            switch (tokens.get(i).getType()) {
                case JavaLexer.LPAREN -> depth++;
                case JavaLexer.RPAREN -> depth--;
                case JavaLexer.LBRACE, JavaLexer.RBRACE, JavaLexer.SEMI, Token.EOF -> {
                    return false;
                }
                default -> { }
            }
            if (depth == 0) {
                if (i < tokens.index()) {
                    return false;
                }
                while (tokens.index() <= i) {
                    parser.consume();
                }
                return true;
            }
        }
        return false;
    }

    private void skipStatement(org.antlr.v4.runtime.Parser parser, boolean stopsAtBlock) {
        TokenStream tokens = parser.getTokenStream();
        int braces = 0;
        int parentheses = 0;
        for (int i = parser.getContext().getStart().getTokenIndex(); i < tokens.index(); i++) {
            braces += change(tokens.get(i), JavaLexer.LBRACE, JavaLexer.RBRACE);
            parentheses += change(tokens.get(i), JavaLexer.LPAREN, JavaLexer.RPAREN);
        }
        boolean first = tokens.index() == lastErrorIndex;
        lastErrorIndex = tokens.index();
        while (tokens.LA(1) != Token.EOF) {
            int type = tokens.LA(1);
            if (type == JavaLexer.RBRACE && braces <= 0 && !first || type == JavaLexer.LBRACE && stopsAtBlock && !first) {
                return;
            }
            first = false;
            braces += change(tokens.LT(1), JavaLexer.LBRACE, JavaLexer.RBRACE);
            parentheses += change(tokens.LT(1), JavaLexer.LPAREN, JavaLexer.RPAREN);
            parser.consume();
            if (type == JavaLexer.SEMI && braces <= 0 && parentheses <= 0 || type == JavaLexer.RBRACE && braces <= 0) {
                return;
            }
        }
    }

    private static int change(Token token, int up, int down) {
        return token.getType() == up ? 1 : token.getType() == down ? -1 : 0;
    }

    @Override
    protected void reportUnwantedToken(org.antlr.v4.runtime.Parser parser) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            unexpected(parser, parser.getCurrentToken(), getExpectedTokens(parser));
        }
    }

    @Override
    protected void reportMissingToken(org.antlr.v4.runtime.Parser parser) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            unexpected(parser, parser.getCurrentToken(), getExpectedTokens(parser));
        }
    }

    /** What could have followed where a choice that looks ahead came to its end. */
    private static IntervalSet expectedAt(org.antlr.v4.runtime.Parser parser, NoViableAltException choice) {
        IntervalSet expected = new IntervalSet();
        if (choice.getDeadEndConfigs() != null) {
            for (ATNConfig config : choice.getDeadEndConfigs()) {
                expected.addAll(parser.getATN().nextTokens(config.state));
            }
            expected.remove(Token.EPSILON);
        }
        return expected;
    }

    private void unexpected(org.antlr.v4.runtime.Parser parser, Token found, IntervalSet expected) {
        Token before = found.getTokenIndex() > 0 ? parser.getTokenStream().get(found.getTokenIndex() - 1) : null;
        SyntaxProblem problem = SyntaxProblem.of(found, before, expected, parser.getRuleInvocationStack());
        Span where = problem.behindPrevious() && before != null
                ? errors.span(before.getStopIndex(), before.getStopIndex() + 1)
                : errors.span(found);
        // One finding a line: what follows on the line is mostly a consequence of the first.
        if (found.getStartIndex() < reliableEnd && !errors.lines().contains(where.line())) {
            errors.report(where, problem.what(), problem.fix());
        }
    }
}
