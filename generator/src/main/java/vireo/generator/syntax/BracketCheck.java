// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.source.SourceFile;

/**
 * Finds brackets that do not pair, where a parser would complain far from the missing one, and text nested so deeply that a parser would
 * take too long to say so.
 */
final class BracketCheck {
    /** Open brackets, or {@code <} in one statement: more than any text that is meant to be read has. */
    private static final int MOST_OPEN = 250;

    private final SourceFile file;
    private final SyntaxErrors errors;
    private final Deque<Token> open = new ArrayDeque<>();
    private final List<Token[]> pairs = new ArrayList<>();
    private int reliableEnd = Integer.MAX_VALUE;

    BracketCheck(SourceFile file, SyntaxErrors errors) {
        this.file = file;
        this.errors = errors;
    }

    /**
     * Reports the unpaired.
     *
     * @return where in the text a parser's complaints begin to be consequences of what was reported
     */
    int run(List<Token> tokens) {
        int angles = 0;
        for (Token token : tokens) {
            switch (token.getType()) {
                case JavaLexer.LPAREN, JavaLexer.LBRACK -> open.push(token);
                case JavaLexer.RPAREN, JavaLexer.RBRACK -> close(token);
                case JavaLexer.LBRACE -> {
                    open.push(token);
                    angles = 0;
                }
                case JavaLexer.RBRACE -> {
                    close(token);
                    angles = 0;
                }
                case JavaLexer.SEMI -> angles = 0;
                case JavaLexer.LT -> angles++;
                case JavaLexer.GT -> angles--;
                default -> { }
            }
            if (open.size() > MOST_OPEN || angles > MOST_OPEN) {
                throw new NestingLimit.TooDeep(token);
            }
        }
        while (!open.isEmpty()) {
            Token token = open.pollLast();
            Diagnostic finding = unclosed(token);
            Optional<Token[]> odd = token.getType() == JavaLexer.LBRACE ? oddlyIndented(token) : Optional.empty();
            if (odd.isPresent()) {
                finding = finding.with(new Diagnostic.Label(errors.span(odd.get()[1]),
                        "pairs with the '{' of line " + file.line(odd.get()[0].getStartIndex())
                                + " but is indented otherwise: the missing '}' may belong before it"));
                reliableEnd = Math.min(reliableEnd, odd.get()[1].getStartIndex());
            }
            errors.report(finding);
            reliableEnd = Math.min(reliableEnd, tokens.get(tokens.size() - 1).getStartIndex());
        }
        return reliableEnd;
    }

    private void close(Token closing) {
        if (open.stream().noneMatch(o -> closer(o) == closing.getType())) {
            errors.report(errors.span(closing), "This '" + closing.getText() + "' closes nothing.",
                    "Remove it, or write the '" + opener(closing) + "' that it belongs to.");
            if (closing.getType() == JavaLexer.RBRACE) {
                reliableEnd = Math.min(reliableEnd, closing.getStartIndex());
            }
            return;
        }
        while (closer(open.peek()) != closing.getType()) {
            Token inner = open.pop();
            errors.report(unclosed(inner).with(new Diagnostic.Label(errors.span(closing), "the text around it ends here")));
        }
        pairs.add(new Token[] {open.pop(), closing});
    }

    private Diagnostic unclosed(Token opening) {
        String closer = switch (opening.getType()) {
            case JavaLexer.LPAREN -> ")";
            case JavaLexer.LBRACE -> "}";
            default -> "]";
        };
        return Diagnostic.of(SyntaxErrors.CODE, errors.span(opening), "This '" + opening.getText() + "' is never closed.",
                "Where it ends cannot be guessed.", "Write the '" + closer + "' where it belongs.");
    }

    /** The first pair of braces behind {@code unclosed} whose closing brace begins a line and is indented otherwise than the opening line. */
    private Optional<Token[]> oddlyIndented(Token unclosed) {
        return pairs.stream()
                .filter(p -> p[0].getType() == JavaLexer.LBRACE && p[0].getStartIndex() > unclosed.getStartIndex())
                .filter(p -> beginsLine(p[1]) && !indent(p[0]).equals(indent(p[1])))
                .findFirst();
    }

    private boolean beginsLine(Token token) {
        return file.column(token.getStartIndex()) == indent(token).length() + 1;
    }

    private String indent(Token token) {
        String line = file.lineText(file.line(token.getStartIndex()));
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static int closer(Token opening) {
        return switch (opening.getType()) {
            case JavaLexer.LPAREN -> JavaLexer.RPAREN;
            case JavaLexer.LBRACE -> JavaLexer.RBRACE;
            default -> JavaLexer.RBRACK;
        };
    }

    private static String opener(Token closing) {
        return switch (closing.getType()) {
            case JavaLexer.RPAREN -> "(";
            case JavaLexer.RBRACE -> "{";
            default -> "[";
        };
    }
}
