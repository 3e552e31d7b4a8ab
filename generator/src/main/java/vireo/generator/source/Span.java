// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.source;

/** A stretch of a source file, {@code start} included, {@code end} excluded. */
public record Span(SourceFile file, int start, int end) {

    public int line() {
        return file.line(start);
    }

    public int column() {
        return file.column(start);
    }

    /** The stretch from the start of this span to the end of {@code last}, in the same file. */
    public Span to(Span last) {
        return new Span(file, start, Math.max(end, last.end));
    }

    /** The source text that the span covers. */
    public String text() {
        return file.text().substring(start, end);
    }

    @Override
    public String toString() {
        return file.path() + ":" + line() + ":" + column();
    }
}
