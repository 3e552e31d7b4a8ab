// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Comment;
import vireo.generator.syntax.ast.Documentation;

/** The comments of a file; each is taken once, by the statement or declaration that it speaks of. */
final class CommentShelf {
    /**
     * @param alone no code stands on the comment's first line before it
     * @param endsLine no code stands on the comment's last line behind it
     */
    private record Entry(Comment comment, boolean javadoc, boolean alone, boolean endsLine) {}

    private final SourceFile file;
    private final List<Entry> entries = new ArrayList<>();

    CommentShelf(SourceFile file, List<Token> tokens) {
        this.file = file;
        for (Token token : tokens) {
            add(token);
        }
    }

    private void add(Token token) {
        Span span = new Span(file, token.getStartIndex(), token.getStopIndex() + 1);
        String raw = span.text();
        boolean line = raw.startsWith("//");
        boolean javadoc = raw.startsWith("/**") && raw.length() > 4;
        String before = file.text().substring(file.lineStarts()[span.line() - 1], span.start());
        boolean alone = before.isBlank();
        Entry entry = new Entry(
                new Comment(line ? CommentText.ofLine(raw) : CommentText.ofBlock(raw), false, span), javadoc, alone,
                line || restOfLine(span.end()).isBlank());
        Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        if (line && alone && last != null && continues(last, span)) {
            Comment joined = new Comment(last.comment().text() + "\n" + entry.comment().text(), false, last.comment().span().to(span));
            entries.set(entries.size() - 1, new Entry(joined, false, last.alone(), true));
        } else {
            entries.add(entry);
        }
    }

    /** Whether a line comment at {@code span}, alone on its line, goes on with the line comment {@code last}. */
    private boolean continues(Entry last, Span span) {
        Span previous = last.comment().span();
        boolean line = previous.text().startsWith("//");
        return line && file.line(previous.end()) == span.line() - 1
                && lastColumn(previous) == span.column();
    }

    /** The column of the last of the joined line comments. */
    private int lastColumn(Span comment) {
        String text = comment.text();
        int lastLine = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        return file.column(comment.start() + Math.max(0, text.indexOf("//", lastLine + 1)));
    }

    private String restOfLine(int offset) {
        String line = file.lineText(file.line(offset));
        return line.substring(Math.min(line.length(), file.column(offset) - 1));
    }

    /** Takes what is left between two offsets. */
    List<Comment> take(int from, int to) {
        List<Comment> taken = new ArrayList<>();
        for (int i = firstAt(from); i < entries.size() && entries.get(i).comment().span().start() < to;) {
            taken.add(entries.remove(i).comment());
        }
        return taken;
    }

    /** Takes the comments that stand behind {@code offset} on the same line, where no code follows on it before {@code limit}. */
    List<Comment> takeTrailing(int offset, int limit) {
        List<Comment> taken = new ArrayList<>();
        int line = file.line(Math.max(0, offset - 1));
        int i = firstAt(offset);
        while (i < entries.size()) {
            Entry entry = entries.get(i);
            Span span = entry.comment().span();
            if (span.line() != line || span.start() >= limit || !entry.endsLine()) {
                break;
            }
            entries.remove(i);
            taken.add(new Comment(entry.comment().text(), true, span));
        }
        return taken;
    }

    /**
     * Takes what belongs to a declaration.
     *
     * @param from the end of what stands before it
     * @param limit the start of what follows it
     */
    Documentation takeFor(int from, Span declaration, int limit) {
        String javadoc = "";
        List<Comment> comments = new ArrayList<>();
        int i = firstAt(from);
        while (i < entries.size() && entries.get(i).comment().span().start() < declaration.end()) {
            Entry entry = entries.remove(i);
            if (entry.javadoc() && entry.comment().span().start() < declaration.start()) {
                javadoc = entry.comment().text();
            } else {
                comments.add(entry.comment());
            }
        }
        comments.addAll(takeTrailing(declaration.end(), limit));
        return javadoc.isEmpty() && comments.isEmpty() ? Documentation.NONE : new Documentation(javadoc, comments);
    }

    private int firstAt(int offset) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).comment().span().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
