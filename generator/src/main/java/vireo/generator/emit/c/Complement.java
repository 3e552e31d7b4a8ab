// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.math.BigInteger;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;

/**
 * {@code ~x} of an unsigned number in a wider type, as one side of a comparison. Compilers take {@code ~x == 3} for a mistake; the
 * same is said by {@code x == -4}.
 *
 * @param operand what is complemented, in its own type
 * @param type the type of the complement
 */
record Complement(CValue operand, CInt type) {

    static Optional<Complement> of(Expr e, CValue value, ExpressionLowering expressions) {
        if (!(value.expr() instanceof CExpr.Unary u) || !u.operator().equals("~")
                || !(withoutConversion(e) instanceof Expr.Unary source)) {
            return Optional.empty();
        }
        CValue operand = expressions.lower(source.operand());
        boolean narrow = !operand.integer().signed() && operand.integer().bits() < value.integer().bits();
        return narrow ? Optional.of(new Complement(operand, value.integer())) : Optional.empty();
    }

    private static Expr withoutConversion(Expr e) {
        return e instanceof Expr.Convert c && (c.kind() == Expr.Conversion.WIDEN || c.kind() == Expr.Conversion.REINTERPRET)
                ? withoutConversion(c.operand())
                : e;
    }

    /** The complements of all values of the operand's type. */
    Interval range() {
        return new Interval(complement(operand.integer().range().max()), complement(BigInteger.ZERO));
    }

    private BigInteger complement(BigInteger value) {
        return type.signed() ? value.not() : type.range().max().subtract(value);
    }

    /**
     * A comparison with a constant in {@link #range}, of the operand with the constant's complement.
     *
     * @param operator compares the operand as the complement is compared the other way round
     */
    CExpr compared(String operator, BigInteger constant) {
        CValue other = Literals.value(complement(constant), true);
        return Conversions.comparison(operator, operand, other, CInt.common(operand.integer(), other.integer()));
    }
}
