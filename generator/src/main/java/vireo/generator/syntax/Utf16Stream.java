// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;
import vireo.generator.source.SourceFile;

/** A source text for ANTLR, in UTF-16 units, so that a token's positions are {@link vireo.generator.source.Span} positions. */
final class Utf16Stream implements CharStream {
    private final SourceFile file;
    private final String text;
    private int position;

    Utf16Stream(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    @Override
    public void consume() {
        if (position == text.length()) {
            throw new IllegalStateException("cannot consume the end of the text");
        }
        position++;
    }

    @Override
    public int LA(int ahead) {
        if (ahead == 0) {
            return 0;
        }
        int wanted = ahead < 0 ? position + ahead : position + ahead - 1;
        return wanted < 0 || wanted >= text.length() ? IntStream.EOF : text.charAt(wanted);
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // The whole text stays in memory: there is nothing to release.
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = Math.min(index, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return file.path();
    }

    @Override
    public String getText(Interval interval) {
        int start = Math.min(interval.a, text.length());
        int end = Math.min(interval.b + 1, text.length());
        return start >= end ? "" : text.substring(start, end);
    }
}
