// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.tree;

import java.util.ArrayList;
import java.util.List;

/** Lays out the text of comments. */
public final class CommentText {
    private CommentText() {}

    /** A comment at an indentation, on one line where it fits. */
    static String plain(String text, int tabs) {
        String clean = text.strip().replace("*/", "* /");
        String indent = "\t".repeat(tabs);
        int room = Layout.WIDTH - tabs * Layout.TAB;
        if (!clean.contains("\n") && clean.length() + 6 <= room) {
            return indent + "/* " + clean + " */\n";
        }
        StringBuilder out = new StringBuilder(indent).append("/*\n");
        boolean table = clean.lines().anyMatch(line -> line.matches("[\\s\\-*|+].*"));
        boolean tooLong = clean.lines().anyMatch(line -> line.length() > room - 3);
        for (String line : tooLong && !table ? fill(clean, room - 3) : wrap(clean, room - 3)) {
            out.append(indent).append(line.isEmpty() ? " *" : " * " + line).append('\n');
        }
        return out.append(indent).append(" */\n").toString();
    }

    /** Breaks lines that are too long; those that fit stay as the author broke them. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String rest = paragraph.stripTrailing();
            while (rest.length() > width) {
                int space = rest.lastIndexOf(' ', width);
                if (space <= 0 || rest.substring(0, space).isBlank()) {
                    space = rest.indexOf(' ', width);
                    if (space < 0) {
                        break;
                    }
                }
                lines.add(rest.substring(0, space).stripTrailing());
                rest = rest.substring(space + 1).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }

    /** Fills lines to a width, whatever line ends the text had; an empty line separates paragraphs. */
    public static List<String> fill(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\n\\s*\n")) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(wrap(paragraph.strip().replaceAll("\\s+", " "), width));
        }
        return lines;
    }
}
