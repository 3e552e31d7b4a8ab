// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.IrText;
import vireo.generator.ir.Stmt;

/** Whether two pieces of a method say the same. */
final class SameText {
    private SameText() {}

    /** Whether both read the same places and compute the same of them; what a device or a call gave twice is not the same. */
    static boolean of(Expr a, Expr b) {
        return a.getClass() == b.getClass() && a.span().file().equals(b.span().file()) && IrText.of(a).equals(IrText.of(b));
    }

    /** Whether both lists are written alike, word by word; comments and white space left out. */
    static boolean of(List<Stmt> a, List<Stmt> b) {
        Optional<String> first = text(a);
        return first.isPresent() && first.equals(text(b));
    }

    private static Optional<String> text(List<Stmt> statements) {
        List<Stmt> written = statements.stream().filter(statement -> !(statement instanceof Stmt.Comment)).toList();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        int start = written.stream().mapToInt(statement -> statement.span().start()).min().orElseThrow();
        int end = written.stream().mapToInt(statement -> statement.span().end()).max().orElseThrow();
        String text = written.get(0).span().file().text().substring(start, end);
        return Optional.of(SourceWords.withoutComments(text).replaceAll("\\s+", " "));
    }
}
