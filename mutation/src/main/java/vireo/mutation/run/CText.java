// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What matters in a text of C: not what it says to people. */
final class CText {
    /** A literal, to be left as it is, or a comment. */
    private static final Pattern LITERAL_OR_COMMENT =
            Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')|/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    private static final Pattern INCLUDE = Pattern.compile("(?m)^#include \"([^\"]+)\"");

    private CText() {}

    /** The text without comments, empty lines and indentation. */
    static String withoutComments(String text) {
        String bare = LITERAL_OR_COMMENT.matcher(text).replaceAll(m -> m.group(1) == null ? " " : Matcher.quoteReplacement(m.group(1)));
        StringBuilder lines = new StringBuilder();
        bare.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    /** The macros that a header brings, each in one line: what code elsewhere may use. */
    static List<String> macros(String header) {
        return withoutComments(header).replace("\\\n", " ").lines().filter(line -> line.startsWith("#define ")).toList();
    }

    /** The names of the files that it includes from its own folder. */
    static List<String> includes(String text) {
        List<String> names = new ArrayList<>();
        Matcher includes = INCLUDE.matcher(text);
        while (includes.find()) {
            names.add(includes.group(1));
        }
        return names;
    }
}
