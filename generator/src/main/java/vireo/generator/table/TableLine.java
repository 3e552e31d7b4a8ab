// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/**
 * The cells of one line, which commas separate; a {@code #} outside of quotation marks begins a remark.
 *
 * @param open whether a quotation mark has no second one
 */
record TableLine(List<Cell> cells, boolean open) {
    /** One cell, without the blanks around it. */
    record Cell(String text, Span span) {}

    /** Cuts a line of a file, given by the positions of its first character and of its end. */
    static TableLine of(SourceFile file, int start, int end) {
        String text = file.text();
        List<Cell> cells = new ArrayList<>();
        boolean quoted = false;
        int from = start;
        int at = start;
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                cells.add(cell(file, from, at));
                from = at + 1;
            } else if (!quoted && c == '#') {
                break;
            }
        }
        Cell last = cell(file, from, at);
        if (!cells.isEmpty() || !last.text().isEmpty()) {
            cells.add(last);
        }
        return new TableLine(List.copyOf(cells), quoted);
    }

    private static Cell cell(SourceFile file, int from, int end) {
        int start = from;
        int stop = end;
        while (start < stop && Character.isWhitespace(file.text().charAt(start))) {
            start++;
        }
        while (stop > start && Character.isWhitespace(file.text().charAt(stop - 1))) {
            stop--;
        }
        return new Cell(file.text().substring(start, stop), new Span(file, start, stop));
    }

    /** The cell of that number, the kind of row being 0. */
    Optional<Cell> cell(int number) {
        return number < cells.size() ? Optional.of(cells.get(number)) : Optional.empty();
    }

    /** The whole line but the remark. */
    Span span() {
        return cells.get(0).span().to(cells.get(cells.size() - 1).span());
    }
}
