// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

/**
 * Refuses characters that make a source mean something else than it shows: Java's unicode escapes for plain characters (one that stands for
 * a line feed ends a comment for javac and for nobody who reads it), controls, marks that turn the direction of the text, and halves of
 * characters.
 */
final class CharacterCheck {
    private static final char BYTE_ORDER_MARK = 0xfeff;

    private final String text;
    private final SyntaxErrors errors;

    CharacterCheck(String text, SyntaxErrors errors) {
        this.text = text;
        this.errors = errors;
    }

    void run() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                int run = i;
                while (run < text.length() && text.charAt(run) == '\\') {
                    run++;
                }
                boolean odd = (run - i) % 2 == 1;
                if (odd && run < text.length() && text.charAt(run) == 'u') {
                    run = escape(run);
                }
                i = run - 1;
            } else if (isControl(c)) {
                refuse(i, "the control character " + name(c), "Remove it; inside a string write an escape such as \\0 instead.");
            } else if (c == BYTE_ORDER_MARK) {
                refuse(i, "a byte order mark", "Save the file as UTF-8 without a byte order mark; javac refuses it as well.");
            } else if (turnsDirection(c)) {
                refuse(i, "the invisible character " + name(c) + ", which changes the order in which text is shown",
                        "Remove it; a reviewer must see the source in the order in which it is compiled.");
            } else if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    refuse(i, "half of a character (" + name(c) + ")", "Remove it, and save the file as UTF-8.");
                }
            }
        }
    }

    /** Judges the escape whose first u is at {@code start}; returns where it ends. */
    private int escape(int start) {
        int digits = start;
        while (digits < text.length() && text.charAt(digits) == 'u') {
            digits++;
        }
        int value = 0;
        int end = digits;
        while (end < text.length() && end < digits + 4 && Character.digit(text.charAt(end), 16) >= 0) {
            value = value * 16 + Character.digit(text.charAt(end), 16);
            end++;
        }
        if (end < digits + 4) {
            errors.report(errors.span(start - 1, end), "This unicode escape has " + (end - digits) + " of the four hexadecimal digits it needs.",
                    "Write the character itself, or all four digits; javac reads unicode escapes in comments too.");
        } else if (value < 0x80 || Character.isSurrogate((char) value) || turnsDirection((char) value)) {
            errors.report(errors.span(start - 1, end), "A unicode escape stands for " + name((char) value) + ".",
                    "javac replaces unicode escapes before it reads the text, even in comments: the source would not mean what it shows.",
                    "Write the character itself; in a string write an escape such as \\n or \\0.");
        }
        return end;
    }

    private void refuse(int at, String found, String fix) {
        errors.report(errors.span(at, at + 1), "The source holds " + found + ".", fix);
    }

    /** Whether this check speaks of the character wherever it stands. */
    static boolean isRefused(char c) {
        return isControl(c) || turnsDirection(c) || c == BYTE_ORDER_MARK;
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c >= 0x7f && c < 0xa0;
    }

    private static boolean turnsDirection(char c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f || c == 0x061c;
    }

    private static String name(char c) {
        String code = String.format("U+%04X", (int) c);
        return c > ' ' && c < 0x7f ? "'" + c + "' (" + code + ")" : code;
    }
}
