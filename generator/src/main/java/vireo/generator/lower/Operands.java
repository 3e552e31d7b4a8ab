// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import vireo.generator.ir.Expr;

/** The direct operands of each kind of expression. */
final class Operands {
    private Operands() {}

    static List<Expr> of(Expr e) {
        if (e instanceof Expr.Field f) {
            return List.of(f.object());
        }
        if (e instanceof Expr.Element x) {
            return List.of(x.array(), x.index());
        }
        if (e instanceof Expr.Length l) {
            return List.of(l.array());
        }
        if (e instanceof Expr.Unary u) {
            return List.of(u.operand());
        }
        if (e instanceof Expr.Binary b) {
            return List.of(b.left(), b.right());
        }
        if (e instanceof Expr.Conditional c) {
            return List.of(c.condition(), c.yes(), c.no());
        }
        if (e instanceof Expr.Convert c) {
            return List.of(c.operand());
        }
        if (e instanceof Expr.NewValue n) {
            return n.components();
        }
        if (e instanceof Expr.RegisterRef r) {
            List<Expr> operands = new ArrayList<>(List.of(r.block()));
            r.index().ifPresent(operands::add);
            return operands;
        }
        if (e instanceof Expr.DmaField f) {
            return List.of(f.structure());
        }
        if (e instanceof Expr.DmaElement x) {
            return List.of(x.array(), x.index());
        }
        return e instanceof Expr.ForeignPure f ? f.arguments() : List.of();
    }
}
