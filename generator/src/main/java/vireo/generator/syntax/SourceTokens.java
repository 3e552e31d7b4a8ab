// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import vireo.generator.source.SourceFile;

/**
 * A text's tokens, after the wrong ones were reported and repaired.
 *
 * @param code for the parser, the end-of-file token last
 * @param comments in the order of the text
 */
record SourceTokens(List<Token> code, List<Token> comments) {

    static SourceTokens of(SourceFile file, SyntaxErrors errors) {
        JavaLexer lexer = new JavaLexer(new Utf16Stream(file));
        lexer.removeErrorListeners();
        List<Token> code = new ArrayList<>();
        List<Token> comments = new ArrayList<>();
        Token token;
        do {
            token = lexer.nextToken();
            if (token.getChannel() == JavaLexer.COMMENTS) {
                comments.add(token);
            } else {
                repaired(file, (CommonToken) token, errors, code);
            }
        } while (token.getType() != Token.EOF);
        return new SourceTokens(code, comments);
    }

    private static void repaired(SourceFile file, CommonToken token, SyntaxErrors errors, List<Token> code) {
        switch (token.getType()) {
            case JavaLexer.UNTERMINATED_STRING -> {
                errors.report(errors.span(token), "This string has no closing quote on its line.",
                        "Close it with \"; several lines go into a text block between \"\"\" and \"\"\".");
                literal(token, code);
            }
            case JavaLexer.UNTERMINATED_TEXT_BLOCK -> {
                errors.report(errors.span(token.getStartIndex(), token.getStartIndex() + 3),
                        "This text block is never closed.", "Close it with \"\"\".");
                literal(token, code);
            }
            case JavaLexer.TEXT_BLOCK_WITHOUT_LINE -> {
                errors.report(errors.span(token), "A text block's text begins on the line after its opening quotes.",
                        "Break the line after \"\"\", or write a string between single \".");
                literal(token, code);
            }
            case JavaLexer.UNTERMINATED_CHARACTER -> {
                errors.report(errors.span(token), "This character has no closing quote.", "Close it with '.");
                literal(token, code);
            }
            case JavaLexer.EMPTY_CHARACTER -> {
                errors.report(errors.span(token), "There is no character between these quotes.", "Write one character.");
                literal(token, code);
            }
            case JavaLexer.UNTERMINATED_COMMENT -> errors.report(
                    errors.span(token.getStartIndex(), token.getStartIndex() + 2),
                    "This comment is never closed: the rest of the file is part of it.", "Close it with */.");
            case JavaLexer.ODD_CHARACTER -> odd(file, token, errors);
            default -> code.add(token);
        }
    }

    private static void literal(CommonToken token, List<Token> code) {
        token.setType(JavaLexer.NULL);
        code.add(token);
    }

    private static void odd(SourceFile file, CommonToken token, SyntaxErrors errors) {
        int start = token.getStartIndex();
        char c = file.text().charAt(start);
        if (CharacterCheck.isRefused(c) || Character.isLowSurrogate(c)) {
            return; // CharacterCheck speaks of these; of a pair, the first half speaks for both.
        }
        int end = Character.isHighSurrogate(c) && start + 1 < file.text().length() ? start + 2 : start + 1;
        String shown = file.text().substring(start, end);
        String fix = switch (shown) {
            case "\u2018", "\u2019" -> "Write a straight quote: '.";
            case "\u201c", "\u201d" -> "Write a straight quote: \".";
            case "\u00a0" -> "Write an ordinary space.";
            case "\u2013", "\u2212" -> "Write a minus: -.";
            case "#" -> "Java has no preprocessor; write a constant or a method.";
            default -> "Remove it; outside of strings and comments Java has letters, digits, _, $ and its operators.";
        };
        errors.report(errors.span(start, end), "The character '" + shown + "' (U+"
                + String.format("%04X", shown.codePointAt(0)) + ") is not part of Java.", fix);
    }
}
