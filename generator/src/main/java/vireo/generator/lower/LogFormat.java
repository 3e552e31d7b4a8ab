// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A format of a log line, taken apart.
 *
 * @param pieces literal text and directives in turn, text first; a directive without its percent sign: {@code 02x}
 * @param error what is wrong, if anything
 */
record LogFormat(List<String> pieces, Optional<String> error) {
    static LogFormat parse(String format) {
        List<String> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c < ' ' || c > '~') {
                return wrong("the format has a character that is no printable ASCII");
            }
            if (c != '%') {
                text.append(c);
                continue;
            }
            int end = i + 1;
            while (end < format.length() && Character.isDigit(format.charAt(end))) {
                end++;
            }
            if (end == format.length()) {
                return wrong("the format ends inside of a directive");
            }
            String directive = format.substring(i + 1, end + 1);
            if (directive.equals("%")) {
                text.append("%%");
            } else if (!directive.matches("0?[1-9]?[0-9]?[dux]|[1-9]?[0-9]?s")) {
                return wrong("`%" + directive + "` is no directive");
            } else {
                pieces.add(text.toString());
                pieces.add(directive);
                text.setLength(0);
            }
            i = end;
        }
        pieces.add(text.toString());
        return new LogFormat(List.copyOf(pieces), Optional.empty());
    }

    private static LogFormat wrong(String what) {
        return new LogFormat(List.of(), Optional.of(what));
    }

    /** The letters of the directives, in order. */
    List<Character> directives() {
        List<Character> letters = new ArrayList<>();
        for (int i = 1; i < pieces.size(); i += 2) {
            letters.add(pieces.get(i).charAt(pieces.get(i).length() - 1));
        }
        return letters;
    }

    /**
     * The format as C has it.
     *
     * @param isLong for each directive, whether its argument is a Java long
     */
    String inC(List<Boolean> isLong) {
        StringBuilder c = new StringBuilder(pieces.get(0));
        for (int i = 1; i < pieces.size(); i += 2) {
            String directive = pieces.get(i);
            int letter = directive.length() - 1;
            c.append('%').append(directive, 0, letter);
            if (isLong.get(i / 2)) {
                c.append("ll");
            }
            c.append(directive.charAt(letter)).append(pieces.get(i + 1));
        }
        return c.toString();
    }
}
