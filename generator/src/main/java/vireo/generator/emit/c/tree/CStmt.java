// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.tree;

import java.util.List;
import java.util.Optional;

/** A statement of C. */
public sealed interface CStmt {

    /** An expression for its effect. */
    record Do(CExpr expression) implements CStmt {}

    record If(CExpr condition, List<CStmt> then, List<CStmt> otherwise) implements CStmt {}

    /**
     * A loop before its shape is settled: {@code for (;;) { header; if (!condition) break; body; update }}.
     *
     * @param testFirst false for do-while: body, update, header, condition
     * @param counted the author wrote a {@code for}
     * @param next where a {@code continue} goes that cannot be C's own, jumped to by goto
     */
    record Loop(List<CStmt> header, CExpr condition, List<CStmt> body, List<CStmt> update, boolean testFirst, boolean counted,
            Optional<String> next) implements CStmt {}

    record While(CExpr condition, List<CStmt> body) implements CStmt {}

    record DoWhile(List<CStmt> body, CExpr condition) implements CStmt {}

    record For(Optional<CExpr> start, Optional<CExpr> condition, Optional<CExpr> step, List<CStmt> body) implements CStmt {}

    record Switch(CExpr subject, List<Case> cases) implements CStmt {}

    /** The values of one body; none for default. */
    record Case(List<CExpr> values, List<CStmt> body) {}

    record Break() implements CStmt {}

    record Continue() implements CStmt {}

    record Return(Optional<CExpr> value) implements CStmt {}

    record Goto(String label) implements CStmt {}

    record Label(String name) implements CStmt {}

    record Block(List<CStmt> body) implements CStmt {}

    /** A declaration at the top of a block. */
    record Declare(CVariable variable, Optional<CExpr> value) implements CStmt {}

    record Comment(String text) implements CStmt {}

    /** An empty line that the author left. */
    record Blank() implements CStmt {}

    /** {@code #line}: what follows comes from here. */
    record Line(int line, String path) implements CStmt {}

    static CStmt assign(CExpr target, CExpr value) {
        return new Do(CExpr.assign(target, value));
    }

    static CStmt returning(CExpr value) {
        return new Return(Optional.of(value));
    }
}
