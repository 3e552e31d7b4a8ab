// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.math.BigInteger;
import java.util.List;
import vireo.generator.ir.Expr.BinaryOp;
import vireo.generator.ir.Interval;

/** What an exact operation yields, by its operands' intervals alone: narrows what the analysis says about the result. */
final class Mathematics {
    private Mathematics() {}

    static Interval result(BinaryOp op, Interval a, Interval b, Interval known) {
        return switch (op) {
            case ADD -> meet(known, new Interval(a.min().add(b.min()), a.max().add(b.max())));
            case SUB -> meet(known, new Interval(a.min().subtract(b.max()), a.max().subtract(b.min())));
            case MUL -> meet(known, products(a, b));
            case DIV, SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL, REM, DIV_U64, REM_U64 ->
                nonNegative(a) && (op != BinaryOp.DIV || nonNegative(b))
                        ? meet(known, new Interval(BigInteger.ZERO, a.max()))
                        : known;
            case SHIFT_LEFT -> nonNegative(a) ? meet(known, new Interval(BigInteger.ZERO, known.max().max(BigInteger.ZERO))) : known;
            case BIT_AND -> nonNegative(a) || nonNegative(b)
                    ? meet(known, new Interval(BigInteger.ZERO, nonNegative(a) && nonNegative(b)
                            ? a.max().min(b.max())
                            : nonNegative(a) ? a.max() : b.max()))
                    : known;
            case BIT_OR, BIT_XOR -> nonNegative(a) && nonNegative(b)
                    ? meet(known, Interval.unsigned(Math.max(1, Math.max(a.max().bitLength(), b.max().bitLength()))))
                    : known;
            default -> known;
        };
    }

    static boolean nonNegative(Interval i) {
        return i.min().signum() >= 0;
    }

    private static Interval products(Interval a, Interval b) {
        List<BigInteger> corners = List.of(
                a.min().multiply(b.min()), a.min().multiply(b.max()), a.max().multiply(b.min()), a.max().multiply(b.max()));
        BigInteger min = corners.stream().reduce(BigInteger::min).orElseThrow();
        BigInteger max = corners.stream().reduce(BigInteger::max).orElseThrow();
        return new Interval(min, max);
    }

    /** What both hold; the first where nothing is left, which is in unreachable code. */
    private static Interval meet(Interval a, Interval b) {
        BigInteger min = a.min().max(b.min());
        BigInteger max = a.max().min(b.max());
        return min.compareTo(max) <= 0 ? new Interval(min, max) : a;
    }
}
