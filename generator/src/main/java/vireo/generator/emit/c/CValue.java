// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.math.BigInteger;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CType;

/**
 * A C expression and its type. Its value in C is the value that the IR means.
 *
 * @param constant the value, where C knows it too
 * @param width where not 0: compilers see that the value needs no more than so many unsigned bits, so that no conversion to an
 *     unsigned type of this width or more is worth a warning
 * @param sum a sum or difference: compilers do not trust its sign in comparisons
 */
record CValue(CExpr expr, CType type, Optional<BigInteger> constant, int width, boolean sum) {

    static CValue of(CExpr expr, CType type) {
        int width = type.integer().filter(i -> !i.signed()).map(CInt::bits).orElse(0);
        return new CValue(expr, type, Optional.empty(), width, false);
    }

    static CValue of(CExpr expr, CInt type) {
        return of(expr, CType.of(type));
    }

    static CValue constant(CExpr expr, BigInteger value) {
        int width = value.signum() < 0 ? 0 : CInt.smallest(vireo.generator.ir.Interval.of(value)).bits();
        return new CValue(expr, CType.of(Literals.type(value)), Optional.of(value), width, false);
    }

    /** The integer type; only for numbers. */
    CInt integer() {
        return type.integer().orElseThrow(() -> new IllegalStateException("no number: " + expr + " of " + type));
    }

    boolean isNumber() {
        return type.integer().isPresent();
    }
}
