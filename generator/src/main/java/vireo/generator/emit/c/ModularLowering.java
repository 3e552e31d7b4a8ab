// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;

/**
 * Numbers of which only the low 32 or 64 bits matter: computed in an unsigned type, where C wraps. The operations used here agree
 * with Java's in those bits.
 */
final class ModularLowering {
    private final ExpressionLowering expressions;

    ModularLowering(ExpressionLowering expressions) {
        this.expressions = expressions;
    }

    /** A value congruent to the expression's, in {@code type} or in a type that C converts to it without a change. */
    CValue lower(Expr e, CInt type) {
        if (e instanceof Expr.Binary b && agrees(b, type)) {
            String operator = ArithmeticLowering.operator(b.op());
            if (b.op() == Expr.BinaryOp.SHIFT_LEFT) {
                CExpr count = expressions.lower(b.right()).expr();
                CValue base = Conversions.exactly(lower(b.left(), type), type);
                return CValue.of(new CExpr.Binary(operator, base.expr(), count), type);
            }
            CValue l = lower(b.left(), type);
            CValue r = lower(b.right(), type);
            return Conversions.binary(operator, l, r, type);
        }
        if (e instanceof Expr.Unary u && u.op() != Expr.UnaryOp.NOT) {
            String operator = u.op() == Expr.UnaryOp.COMPLEMENT ? "~" : "-";
            CValue base = Conversions.exactly(lower(u.operand(), type), type);
            return CValue.of(new CExpr.Unary(operator, base.expr()), type);
        }
        if (e instanceof Expr.Convert c && c.kind() == Expr.Conversion.REINTERPRET) {
            return lower(c.operand(), type);
        }
        if (e instanceof Expr.Const c && c.value().signum() < 0) {
            return CValue.of(Literals.expression(
                    c.value().and(type.range().max()), type, true), type);
        }
        CValue v = expressions.lower(e);
        boolean fits = v.constant().isPresent()
                ? type.range().contains(v.constant().get())
                : !v.integer().signed() && v.integer().bits() <= type.bits();
        return fits ? v : CValue.of(Conversions.cast(v.expr(), type), type);
    }

    private static boolean agrees(Expr.Binary b, CInt type) {
        boolean wideEnough = switch (b.overflow()) {
            case EXACT, WRAP_64 -> true;
            case WRAP_32 -> type.bits() <= 32;
            default -> false;
        };
        return wideEnough && switch (b.op()) {
            case ADD, SUB, MUL, BIT_AND, BIT_OR, BIT_XOR -> true;
            case SHIFT_LEFT -> b.type() instanceof Type.Int number && number.java().bits() <= type.bits();
            default -> false;
        };
    }

    /** The expression as a number of its own type: computed where C wraps, then given the sign that its type may have. */
    CValue asNumber(Expr e) {
        Type.Int type = (Type.Int) e.type();
        CInt unsigned = CInt.unsigned(Math.max(32, type.java().bits()));
        return signed(Conversions.exactly(lower(e, unsigned), unsigned), e);
    }

    /** A wrapped value whose type is signed and that may be negative is seen as signed. */
    CValue signed(CValue value, Expr e) {
        Type.Int type = (Type.Int) e.type();
        if (TypeMapping.isMask(type) || Mathematics.nonNegative(expressions.interval(e))) {
            return value;
        }
        CInt signed = type.java().bits() > 32 ? CInt.S64 : CInt.INT;
        Interval range = value.integer().range();
        return signed.range().contains(range) ? value : CValue.of(Conversions.cast(value.expr(), signed), signed);
    }
}
