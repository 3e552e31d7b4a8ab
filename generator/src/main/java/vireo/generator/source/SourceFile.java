// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.source;

import java.util.Arrays;

/**
 * One source text. Lines and columns are 1-based, as compilers print them; offsets are 0-based UTF-16 positions.
 *
 * @param path the path as diagnostics show it, with forward slashes, relative to the source root where there is one
 */
public record SourceFile(String path, String text, int[] lineStarts) {

    /** Computes the line table of {@code text}; CR LF and a lone CR end a line as LF does. */
    public static SourceFile of(String path, String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return new SourceFile(path, text, Arrays.copyOf(starts, count));
    }

    /** The 1-based line that holds {@code offset}. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The 1-based column of {@code offset} within its line. */
    public int column(int offset) {
        return offset - lineStarts[line(offset) - 1] + 1;
    }

    /** The text of a 1-based line, without its end. */
    public String lineText(int line) {
        int start = lineStarts[line - 1];
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(start, end);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
