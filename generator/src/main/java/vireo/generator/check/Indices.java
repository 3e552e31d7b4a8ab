// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.function.BiConsumer;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;

/** The indices that statements use. */
final class Indices {
    private Indices() {}

    /** Hands over the array and the index of each access that the statement makes or evaluates. */
    static void of(Stmt statement, BiConsumer<Expr, Expr> sink) {
        if (statement instanceof Stmt.SetElement store) {
            sink.accept(store.array(), store.index());
        } else if (statement instanceof Stmt.ReadByte read) {
            sink.accept(read.bytes(), read.index());
        } else if (statement instanceof Stmt.WriteByte write) {
            sink.accept(write.bytes(), write.index());
        }
        Statements.expressions(statement).forEach(e -> of(e, sink));
    }

    /** Those inside an expression. */
    static void of(Expr e, BiConsumer<Expr, Expr> sink) {
        if (e instanceof Expr.Element element) {
            sink.accept(element.array(), element.index());
        } else if (e instanceof Expr.DmaElement element) {
            sink.accept(element.array(), element.index());
        }
        Expressions.operands(e).forEach(operand -> of(operand, sink));
    }
}
