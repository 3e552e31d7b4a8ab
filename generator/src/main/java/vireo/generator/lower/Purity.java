// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import vireo.generator.syntax.ast.Expression;

/** Tells expressions that surely have no effect, before they are lowered: those without calls, assignments and objects. */
final class Purity {
    private Purity() {}

    static boolean isPure(Expression e) {
        if (e instanceof Expression.Unary unary) {
            return isPure(unary.operand());
        }
        if (e instanceof Expression.Binary binary) {
            return isPure(binary.left()) && isPure(binary.right());
        }
        if (e instanceof Expression.FieldAccess access) {
            return isPure(access.target());
        }
        if (e instanceof Expression.ArrayAccess access) {
            return isPure(access.array()) && isPure(access.index());
        }
        if (e instanceof Expression.Cast cast) {
            return isPure(cast.operand());
        }
        if (e instanceof Expression.Conditional choice) {
            return isPure(choice.condition()) && isPure(choice.then()) && isPure(choice.otherwise());
        }
        return e instanceof Expression.Name
                || e instanceof Expression.This
                || e instanceof Expression.IntLiteral
                || e instanceof Expression.BooleanLiteral
                || e instanceof Expression.NullLiteral;
    }
}
