// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.math.BigInteger;
import java.util.regex.Pattern;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** Reads numbers, characters and strings, and refuses those that Java does not have. */
final class Literals {
    /** Characters of the longest number that is read at all; matching takes stack. */
    private static final int LONGEST = 300;

    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9](_*[0-9])*)[lL]?");
    private static final Pattern OCTAL = Pattern.compile("0(_*[0-7])+[lL]?");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F](_*[0-9a-fA-F])*[lL]?");
    private static final Pattern BINARY = Pattern.compile("0[bB][01](_*[01])*[lL]?");
    private static final String DIGITS = "[0-9](?:_*[0-9])*";
    private static final Pattern FLOATING = Pattern.compile("(" + DIGITS + "\\.(" + DIGITS + ")?|\\." + DIGITS + ")([eE][+-]?" + DIGITS
            + ")?[fFdD]?|" + DIGITS + "[eE][+-]?" + DIGITS + "[fFdD]?|" + DIGITS + "[fFdD]"
            + "|0[xX][0-9a-fA-F_]*\\.?[0-9a-fA-F_]*[pP][+-]?" + DIGITS + "[fFdD]?");

    private final SyntaxErrors errors;

    Literals(SyntaxErrors errors) {
        this.errors = errors;
    }

    /**
     * A number.
     *
     * @param negative a minus stands directly before it, and belongs to a decimal literal
     * @param span of the minus too, where that is part of the literal
     */
    Expression number(String text, boolean negative, Span span) {
        if (text.length() > LONGEST) {
            errors.report(span, "A number of " + text.length() + " characters fits no type.", "Write a smaller number.");
            return new Expression.IntLiteral(BigInteger.ZERO, false, false, shorten(text), span);
        }
        if (DECIMAL.matcher(text).matches()) {
            return whole(text, 10, text, negative, span);
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return whole(text.substring(2), 16, text, false, span);
        }
        if (BINARY.matcher(text).matches()) {
            return whole(text.substring(2), 2, text, false, span);
        }
        if (OCTAL.matcher(text).matches()) {
            return whole(text, 8, text, false, span);
        }
        if (FLOATING.matcher(text).matches()) {
            return new Expression.FloatLiteral(text, span);
        }
        errors.report(span, "'" + shorten(text) + "' is not a number: " + flaw(text) + ".", "Write the number with valid digits, "
                + "underscores only between digits, and no suffix but L.");
        return new Expression.IntLiteral(BigInteger.ZERO, false, false, text, span);
    }

    /** Whether a minus before the number is part of the literal. */
    static boolean takesSign(String text) {
        return text.length() <= LONGEST && DECIMAL.matcher(text).matches();
    }

    private Expression whole(String digits, int radix, String text, boolean negative, Span span) {
        boolean isLong = digits.endsWith("L") || digits.endsWith("l");
        String plain = (isLong ? digits.substring(0, digits.length() - 1) : digits).replace("_", "");
        int bits = isLong ? 64 : 32;
        BigInteger value = new BigInteger(plain, radix);
        boolean fits = radix == 10
                ? value.compareTo(BigInteger.ONE.shiftLeft(bits - 1)) < (negative ? 1 : 0)
                : value.bitLength() <= bits;
        if (!fits) {
            tooLarge(text, value, isLong, radix, negative, span);
            value = BigInteger.ZERO;
        }
        if (radix != 10 && value.testBit(bits - 1)) {
            value = value.subtract(BigInteger.ONE.shiftLeft(bits));
        }
        return new Expression.IntLiteral(negative ? value.negate() : value, isLong, radix == 16 || radix == 2,
                negative ? "-" + text : text, span);
    }

    private void tooLarge(String text, BigInteger value, boolean isLong, int radix, boolean negative, Span span) {
        String type = isLong ? "long" : "int";
        boolean fitsLong = !isLong && (radix == 10
                ? value.compareTo(BigInteger.ONE.shiftLeft(63)) < (negative ? 1 : 0)
                : value.bitLength() <= 64);
        String range = radix == 10
                ? (isLong ? Long.MIN_VALUE + " .. " + Long.MAX_VALUE : Integer.MIN_VALUE + " .. " + Integer.MAX_VALUE)
                : (isLong ? "64 bits" : "32 bits");
        boolean unsigned = isLong && radix == 10 && !negative && value.bitLength() <= 64;
        errors.report(span, "The number " + (negative ? "-" : "") + shorten(text) + " does not fit " + type + " (" + range + ").",
                fitsLong ? "Write an L behind it to make it a long."
                        : unsigned ? "Write it in hexadecimal: 0x" + value.toString(16) + "L." : "Write a smaller number.");
    }

    private static String flaw(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        if (lower.equals("0x") || lower.equals("0b") || lower.equals("0xl") || lower.equals("0bl")) {
            return "it has no digits";
        }
        if (lower.endsWith("_") || lower.endsWith("_l") || lower.contains("x_") || lower.contains("b_")) {
            return "an underscore may stand between digits only";
        }
        if (lower.matches("0[0-9_]+l?")) {
            return "a number that begins with 0 is octal and has no digit above 7";
        }
        if (lower.matches("[0-9_]+u?(l|ll|ul|llu)?u?")) {
            return "Java has no unsigned suffix";
        }
        if (lower.startsWith("0b")) {
            return "a binary number has the digits 0 and 1 only";
        }
        if (lower.startsWith("0x")) {
            return "a hexadecimal number has the digits 0 to 9 and a to f only";
        }
        return "a name cannot begin with a digit, and these are not all digits";
    }

    private static String shorten(String text) {
        return text.length() > 40 ? text.substring(0, 20) + "... (" + text.length() + " characters)" : text;
    }

    /** The value of a character literal, quotes included in {@code text}. */
    Expression character(String text, Span span) {
        String value = unescaped(text.substring(1, text.length() - 1), span);
        if (value.length() != 1) {
            errors.report(span, "A character literal holds exactly one character.", "Write one character; a text goes between \" and \".");
        }
        return new Expression.CharLiteral(value.isEmpty() ? ' ' : value.charAt(0), span);
    }

    /** The value of a string, quotes included in {@code text}. */
    Expression string(String text, Span span) {
        return new Expression.StringLiteral(unescaped(text.substring(1, text.length() - 1), span), false, span);
    }

    /** The value of a text block, quotes included in {@code text}. */
    Expression textBlock(String text, Span span) {
        String unix = text.replace("\r\n", "\n").replace('\r', '\n');
        String content = unix.substring(unix.indexOf('\n') + 1, unix.length() - 3);
        return new Expression.StringLiteral(unescaped(content.stripIndent(), span), true, span);
    }

    /** Identifiers may hold unicode escapes. */
    static String identifier(String text) {
        return text.indexOf('\\') < 0 ? text : withoutUnicodeEscapes(text);
    }

    private String unescaped(String text, Span span) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        String plain = withoutUnicodeEscapes(text);
        try {
            return plain.translateEscapes();
        } catch (IllegalArgumentException e) {
            errors.report(span, "This text holds an escape that Java does not have.",
                    "Java has \\b \\t \\n \\f \\r \\s \\\" \\' \\\\ and octal numbers such as \\0; write \\\\ for a backslash.");
            return plain;
        }
    }

    private static String withoutUnicodeEscapes(String text) {
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u') {
                int digits = i + 1;
                while (digits < text.length() && text.charAt(digits) == 'u') {
                    digits++;
                }
                if (digits + 4 <= text.length() && text.substring(digits, digits + 4).matches("[0-9a-fA-F]{4}")) {
                    plain.append((char) Integer.parseInt(text.substring(digits, digits + 4), 16));
                    i = digits + 4;
                    continue;
                }
            } else if (c == '\\' && i + 1 < text.length()) {
                plain.append(c);
                i++;
            }
            plain.append(text.charAt(i));
            i++;
        }
        return plain.toString();
    }
}
