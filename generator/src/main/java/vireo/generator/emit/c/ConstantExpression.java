// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Predicate;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.ir.CNames;
import vireo.generator.ir.Expr;

/**
 * A constant's initial value as C computes it: every step exact in the type that C computes it in, and the whole of the type that
 * the plain number would have.
 */
final class ConstantExpression {
    private final CInt type;
    private final Predicate<Expr.NamedConst> visible;

    private ConstantExpression(CInt type, Predicate<Expr.NamedConst> visible) {
        this.type = type;
        this.visible = visible;
    }

    /** Nothing where C's types, or names that are not defined everywhere, stand in the way. */
    static Optional<CExpr> of(Expr initializer, BigInteger value, Predicate<Expr.NamedConst> visible) {
        CInt type = Literals.type(value);
        return new ConstantExpression(type, visible).lower(initializer)
                .filter(v -> v.integer().equals(type) && v.constant().filter(value::equals).isPresent())
                .map(CValue::expr);
    }

    private Optional<CValue> lower(Expr e) {
        if (e instanceof Expr.Const c) {
            return type.range().contains(c.value()) && c.value().signum() >= 0
                    ? Optional.of(value(number(c), type, c.value()))
                    : Optional.empty();
        }
        if (e instanceof Expr.NamedConst c) {
            boolean named = visible.test(c) && c.value().signum() >= 0;
            return named
                    ? Optional.of(CValue.constant(new CExpr.Symbol(CNames.macro(c.owner(), c.name())), c.value()))
                    : Optional.empty();
        }
        if (e instanceof Expr.Convert c && c.kind() == Expr.Conversion.WIDEN) {
            return lower(c.operand());
        }
        return e instanceof Expr.Binary b ? binary(b) : Optional.empty();
    }

    private CExpr number(Expr.Const c) {
        Optional<CExpr> character = type.equals(CInt.INT) ? Literals.character(c.value(), c.span()) : Optional.empty();
        return character.orElseGet(() -> Literals.expression(c.value(), type, Literals.isHexadecimal(c.span())));
    }

    private Optional<CValue> binary(Expr.Binary b) {
        boolean shift = b.op() == Expr.BinaryOp.SHIFT_LEFT;
        Optional<CValue> l = lower(b.left());
        Optional<CValue> r = shift ? new ConstantExpression(CInt.INT, visible).lower(b.right()) : lower(b.right());
        if (l.isEmpty() || r.isEmpty()) {
            return Optional.empty();
        }
        CInt in = shift ? l.get().integer() : CInt.common(l.get().integer(), r.get().integer());
        BigInteger x = l.get().constant().orElseThrow();
        BigInteger y = r.get().constant().orElseThrow();
        if (shift && y.compareTo(BigInteger.valueOf(in.bits())) >= 0) {
            return Optional.empty();
        }
        Optional<BigInteger> result = switch (b.op()) {
            case ADD -> Optional.of(x.add(y));
            case SUB -> Optional.of(x.subtract(y));
            case MUL -> Optional.of(x.multiply(y));
            case BIT_OR -> Optional.of(x.or(y));
            case SHIFT_LEFT -> Optional.of(x.shiftLeft(y.intValue()));
            default -> Optional.empty();
        };
        String operator = ArithmeticLowering.operator(b.op());
        return result.filter(v -> v.signum() >= 0 && in.range().contains(v))
                .map(v -> value(new CExpr.Binary(operator, l.get().expr(), r.get().expr()), in, v));
    }

    private static CValue value(CExpr e, CInt type, BigInteger value) {
        return new CValue(e, CType.of(type), Optional.of(value), 0, false);
    }
}
