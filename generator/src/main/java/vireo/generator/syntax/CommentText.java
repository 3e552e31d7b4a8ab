// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.ArrayList;
import java.util.List;

/** Takes the markers off a comment. */
final class CommentText {
    private CommentText() {}

    /** The text of a {@code //} comment. */
    static String ofLine(String raw) {
        String text = raw.substring(2);
        return (text.startsWith(" ") ? text.substring(1) : text).stripTrailing();
    }

    /** The text of a block comment or Javadoc: without the stars that begin its lines, without blank lines around it. */
    static String ofBlock(String raw) {
        int start = raw.startsWith("/**") && raw.length() > 4 ? 3 : 2;
        List<String> lines = new ArrayList<>();
        for (String line : raw.substring(start, raw.length() - 2).split("\\r\\n|\\r|\\n", -1)) {
            lines.add(lines.isEmpty() ? line.strip() : withoutStar(line));
        }
        while (!lines.isEmpty() && lines.get(0).isEmpty()) {
            lines.remove(0);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return String.join("\n", lines);
    }

    private static String withoutStar(String line) {
        String text = line.strip();
        if (!text.startsWith("*")) {
            return line.stripTrailing().stripLeading();
        }
        int stars = 0;
        while (stars < text.length() && text.charAt(stars) == '*') {
            stars++;
        }
        String rest = line.substring(line.indexOf('*') + stars).stripTrailing();
        return rest.startsWith(" ") ? rest.substring(1) : rest;
    }
}
