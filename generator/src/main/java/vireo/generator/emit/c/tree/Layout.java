// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Breaks one statement or declaration into lines of 80 columns with tabs of 8. The text is given as pieces with places where a
 * line may end; a line ends at the outermost such place that keeps what follows together, and goes on below the innermost open
 * parenthesis.
 */
final class Layout {
    static final int TAB = 8;
    static final int WIDTH = 80;
    private enum Kind {
        TEXT,
        BREAK,
        OPEN,
        CLOSE
    }

    private record Piece(Kind kind, String text, int depth) {}

    private final List<Piece> pieces = new ArrayList<>();
    private int depth;

    Layout text(String text) {
        pieces.add(new Piece(Kind.TEXT, text, depth));
        return this;
    }

    /** A place where the line may end; {@code flat} stands there where it does not. */
    Layout mayBreak(String flat) {
        pieces.add(new Piece(Kind.BREAK, flat, depth));
        return this;
    }

    /** Continuation lines are aligned to this place until {@link #close}. */
    Layout open() {
        pieces.add(new Piece(Kind.OPEN, "", depth++));
        return this;
    }

    Layout close() {
        pieces.add(new Piece(Kind.CLOSE, "", --depth));
        return this;
    }

    /** The text, indented by {@code tabs}, with line ends inside but none at the end. */
    String render(int tabs) {
        StringBuilder out = new StringBuilder("\t".repeat(tabs));
        int column = tabs * TAB;
        Deque<Integer> alignments = new ArrayDeque<>();
        alignments.push((tabs + 1) * TAB);
        for (int i = 0; i < pieces.size(); i++) {
            Piece p = pieces.get(i);
            switch (p.kind()) {
                case OPEN -> alignments.push(column + widestInside(i) > WIDTH ? Math.min(column, (tabs + 2) * TAB) : column);
                case CLOSE -> alignments.pop();
                case TEXT -> {
                    out.append(p.text());
                    column += p.text().length();
                }
                case BREAK -> {
                    int rest = widthToNextBreak(i);
                    int target = alignments.peek();
                    if (column + p.text().length() + rest > WIDTH && target < column) {
                        out.append('\n').append("\t".repeat(target / TAB)).append(" ".repeat(target % TAB));
                        column = target;
                    } else {
                        out.append(p.text());
                        column += p.text().length();
                    }
                }
                default -> throw new AssertionError(p.kind());
            }
        }
        return out.toString();
    }

    /** The width of the widest part, up to the matching close, in which no line can end. */
    private int widestInside(int open) {
        int widest = 0;
        int width = 0;
        for (int i = open + 1; i < pieces.size(); i++) {
            Piece p = pieces.get(i);
            if (p.kind() == Kind.CLOSE && p.depth() <= pieces.get(open).depth()) {
                int behind = i + 1 < pieces.size() && pieces.get(i + 1).kind() == Kind.TEXT ? pieces.get(i + 1).text().length() : 0;
                return Math.max(widest, width + behind);
            }
            if (p.kind() == Kind.BREAK) {
                widest = Math.max(widest, width);
                width = 0;
            } else {
                width += p.text().length();
            }
        }
        return Math.max(widest, width);
    }

    /** The width of what stands between this break and the next one that is not further in. */
    private int widthToNextBreak(int from) {
        int width = 0;
        for (int i = from + 1; i < pieces.size(); i++) {
            Piece p = pieces.get(i);
            if (p.kind() == Kind.BREAK) {
                if (p.depth() <= pieces.get(from).depth()) {
                    break;
                }
                width += p.text().length();
            } else if (p.kind() == Kind.TEXT) {
                width += p.text().length();
            }
        }
        return width;
    }
}
