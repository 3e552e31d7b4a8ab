// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

/** How a line of source looks on a terminal: tabs reach to the next stop, wide characters take two columns. */
final class DisplayText {
    private static final int TAB = 8;

    private final StringBuilder shown = new StringBuilder();
    private final int[] columns;

    DisplayText(String line) {
        columns = new int[line.length() + 1];
        int column = 0;
        int i = 0;
        while (i < line.length()) {
            int point = line.codePointAt(i);
            int units = Character.charCount(point);
            columns[i] = column;
            if (units == 2) {
                columns[i + 1] = column;
            }
            if (point == '\t') {
                int width = TAB - column % TAB;
                shown.append(" ".repeat(width));
                column += width;
            } else if (isHidden(point)) {
                shown.append('\ufffd');
                column++;
            } else {
                shown.appendCodePoint(point);
                column += width(point);
            }
            i += units;
        }
        columns[line.length()] = column;
    }

    /** The line, without tabs and without characters that would change what the terminal shows. */
    String text() {
        return shown.toString();
    }

    /** The 0-based column in which the character at an index of the line begins; behind the line, its width. */
    int column(int index) {
        return columns[Math.min(index, columns.length - 1)];
    }

    private static boolean isHidden(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE || type == Character.PRIVATE_USE
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = point >= 0x1100 && point <= 0x115f || point >= 0x2e80 && point <= 0x303e || point >= 0x3041 && point <= 0xa4cf
                || point >= 0xac00 && point <= 0xd7a3 || point >= 0xf900 && point <= 0xfaff || point >= 0xfe30 && point <= 0xfe6f
                || point >= 0xff00 && point <= 0xff60 || point >= 0xffe0 && point <= 0xffe6 || point >= 0x1f300 && point <= 0x1f64f
                || point >= 0x1f900 && point <= 0x1f9ff || point >= 0x20000 && point <= 0x3fffd;
        return wide ? 2 : 1;
    }
}
