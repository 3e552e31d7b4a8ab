// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import java.util.ArrayList;
import java.util.List;
import vireo.generator.ir.Expr;

/** The expressions directly inside an expression, in order of evaluation. */
public final class Expressions {
    private Expressions() {}

    /** The operands, in order of evaluation. */
    public static List<Expr> operands(Expr e) {
        if (e instanceof Expr.Field field) {
            return List.of(field.object());
        }
        if (e instanceof Expr.Element element) {
            return List.of(element.array(), element.index());
        }
        if (e instanceof Expr.Length length) {
            return List.of(length.array());
        }
        if (e instanceof Expr.Unary unary) {
            return List.of(unary.operand());
        }
        if (e instanceof Expr.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (e instanceof Expr.Conditional choice) {
            return List.of(choice.condition(), choice.yes(), choice.no());
        }
        if (e instanceof Expr.Convert convert) {
            return List.of(convert.operand());
        }
        if (e instanceof Expr.NewValue built) {
            return built.components();
        }
        if (e instanceof Expr.RegisterRef ref) {
            List<Expr> found = new ArrayList<>(List.of(ref.block()));
            ref.index().ifPresent(found::add);
            return found;
        }
        if (e instanceof Expr.DmaField part) {
            return List.of(part.structure());
        }
        if (e instanceof Expr.DmaElement part) {
            return List.of(part.array(), part.index());
        }
        return e instanceof Expr.ForeignPure pure ? pure.arguments() : List.of();
    }
}
