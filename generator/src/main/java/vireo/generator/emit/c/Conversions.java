// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.ir.Interval;

/**
 * Where C's own conversions keep the value, none is written; where they would not, or where -Wconversion or -Wsign-compare would
 * speak up, a cast is.
 */
final class Conversions {
    /** Operations whose result compilers follow to see how wide it is. */
    private static final Set<String> FOLLOWED = Set.of("+", "-", "*", "/", "%", "&", "|", "^", ">>");

    private Conversions() {}

    /** The value for a place of a type; the value is known to fit. */
    static CExpr to(CValue value, CType target) {
        if (!value.isNumber() || target.integer().isEmpty()) {
            return value.expr();
        }
        CInt from = value.integer();
        CInt to = target.integer().get();
        if (value.constant().isPresent()) {
            return to.range().contains(value.constant().get()) ? value.expr() : cast(value.expr(), to);
        }
        boolean quiet = from.equals(to)
                || (from.signed() == to.signed() || to.signed() && !from.signed() && from.bits() < to.bits())
                        && from.bits() <= to.bits()
                || !to.signed() && value.width() > 0 && value.width() <= to.bits() && from.signed();
        return quiet ? value.expr() : cast(value.expr(), to);
    }

    /** A cast; of a cast to a wider unsigned type, only the outer one remains. */
    static CExpr cast(CExpr e, CInt type) {
        if (e instanceof CExpr.Cast c && c.type().integer().filter(i -> i.bits() >= type.bits() && !i.signed()).isPresent()) {
            return new CExpr.Cast(CType.of(type), c.operand());
        }
        return new CExpr.Cast(CType.of(type), e);
    }

    /** The value as one whose C type is exactly this. */
    static CValue exactly(CValue value, CInt type) {
        if (value.integer().equals(type)) {
            return value;
        }
        if (value.constant().isPresent() && value.expr() instanceof CExpr.Number n && value.constant().get().signum() >= 0) {
            boolean hexadecimal = n.text().startsWith("0x");
            return new CValue(Literals.expression(value.constant().get(), type, hexadecimal), CType.of(type),
                    value.constant(), value.width(), false);
        }
        return CValue.of(cast(value.expr(), type), type);
    }

    /** The type to compute in: C's own choice where it holds all of the intervals, else the first one that does. */
    static Optional<CInt> holding(CInt natural, List<Interval> needed) {
        return List.of(natural, CInt.INT, CInt.U32, CInt.U64, CInt.S64).stream()
                .filter(t -> needed.stream().allMatch(i -> t.range().contains(i)))
                .findFirst();
    }

    /** The operation computed in a type that {@link #holding} found, or that wraps as asked. */
    static CValue binary(String operator, CValue left, CValue right, CInt in) {
        CValue l = left;
        CValue r = right;
        if (!CInt.common(l.integer(), r.integer()).equals(in)) {
            boolean castRight = r.expr() instanceof CExpr.Number && !(l.expr() instanceof CExpr.Number)
                    && CInt.common(l.integer(), in).equals(in);
            if (castRight) {
                r = exactly(r, in);
            } else {
                l = exactly(l, in);
            }
            if (!CInt.common(l.integer(), r.integer()).equals(in)) {
                l = exactly(l, in);
                r = exactly(r, in);
            }
        }
        l = hushed(l, in, operator.equals("?"));
        r = hushed(r, in, operator.equals("?"));
        int width = 0;
        if (FOLLOWED.contains(operator) && isLeaf(l) && isLeaf(r)) {
            width = Math.max(l.width(), r.width());
        }
        boolean sum = operator.equals("+") || operator.equals("-");
        if (!in.signed()) {
            width = in.bits();
        }
        return new CValue(new CExpr.Binary(operator, l.expr(), r.expr()), CType.of(in), Optional.empty(), width, sum);
    }

    /** A comparison in a type that holds both. */
    static CExpr comparison(String operator, CValue left, CValue right, CInt in) {
        CValue l = left;
        CValue r = right;
        if (!CInt.common(l.integer(), r.integer()).equals(in)) {
            l = exactly(l, in);
            if (!CInt.common(l.integer(), r.integer()).equals(in)) {
                r = exactly(r, in);
            }
        }
        return new CExpr.Binary(operator, hushed(l, in, true).expr(), hushed(r, in, true).expr());
    }

    /** A cast where the conversion to an unsigned type would be warned about. */
    private static CValue hushed(CValue value, CInt in, boolean comparison) {
        CInt own = value.integer();
        if (in.signed() || !own.signed()) {
            return value;
        }
        boolean constant = value.constant().isPresent() && value.constant().get().signum() >= 0;
        boolean followed = value.width() > 0 && !(comparison && value.sum()) && !(value.expr() instanceof CExpr.Ternary);
        return constant || followed ? value : CValue.of(cast(value.expr(), in), in);
    }

    private static boolean isLeaf(CValue value) {
        return value.width() > 0
                && (value.constant().isPresent() || !isCompound(value.expr()));
    }

    /** An operation whose own operands compilers do not look at when it is an operand. */
    static boolean isCompound(CExpr e) {
        return e instanceof CExpr.Binary || e instanceof CExpr.Ternary;
    }
}
