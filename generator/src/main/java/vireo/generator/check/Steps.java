// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.Optional;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.flow.value.State;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Local;

/** How assignments move a counter. */
final class Steps {
    /** Which way a counter goes. */
    enum Way {
        UP,
        DOWN,
        /** By one, modulo 2^8: it meets every value of its width. */
        AROUND_8,
        /** By one, modulo 2^16. */
        AROUND_16
    }

    private Steps() {}

    /** Which way the assignment of {@code value} moves the counter; empty where it may stay or go either way. */
    static Optional<Way> of(Local counter, Expr value, State state, MethodValues values) {
        if (value instanceof Expr.Convert convert) {
            return of(counter, convert.operand(), state, values);
        }
        if (!(value instanceof Expr.Binary e)) {
            return Optional.empty();
        }
        if (isAddition(e) && !wraps(e, state, values) && is(e.left(), counter)) {
            return sign(range(e.right(), state, values), false);
        }
        if (e.overflow() == Expr.Overflow.WRAP_8 || e.overflow() == Expr.Overflow.WRAP_16) {
            boolean byOne = is(e.left(), counter) && range(e.right(), state, values).equals(Interval.of(1, 1));
            return !byOne ? Optional.empty()
                    : Optional.of(e.overflow() == Expr.Overflow.WRAP_8 ? Way.AROUND_8 : Way.AROUND_16);
        }
        if (e.overflow() != Expr.Overflow.EXACT) {
            return Optional.empty();
        }
        boolean left = is(e.left(), counter);
        switch (e.op()) {
            case ADD:
                return left ? sign(range(e.right(), state, values), false)
                        : is(e.right(), counter) ? sign(range(e.left(), state, values), false) : Optional.empty();
            case SUB:
                return left ? sign(range(e.right(), state, values), true) : Optional.empty();
            case MUL:
                return left && atLeast(e.left(), 1, state, values) && atLeast(e.right(), 2, state, values)
                        ? Optional.of(Way.UP) : Optional.empty();
            case SHIFT_LEFT:
                return left && atLeast(e.left(), 1, state, values) && atLeast(e.right(), 1, state, values)
                        ? Optional.of(Way.UP) : Optional.empty();
            case DIV:
                return left && atLeast(e.left(), 1, state, values) && atLeast(e.right(), 2, state, values)
                        ? Optional.of(Way.DOWN) : Optional.empty();
            case SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL:
                return left && atLeast(e.left(), 1, state, values) && atLeast(e.right(), 1, state, values)
                        ? Optional.of(Way.DOWN) : Optional.empty();
            case BIT_AND:
                return left && clearsLowest(e.right(), counter) && values.nonZero(state, e.left())
                        && atLeast(e.left(), 0, state, values) ? Optional.of(Way.DOWN) : Optional.empty();
            default:
                return Optional.empty();
        }
    }

    private static boolean isAddition(Expr.Binary e) {
        return e.op() == Expr.BinaryOp.ADD && e.overflow() != Expr.Overflow.EXACT;
    }

    /** Whether the sum may be beyond its width here. */
    private static boolean wraps(Expr.Binary e, State state, MethodValues values) {
        int bits = switch (e.overflow()) {
            case WRAP_8 -> 8;
            case WRAP_16 -> 16;
            case WRAP_32 -> 32;
            default -> 0;
        };
        Interval left = range(e.left(), state, values);
        Interval right = range(e.right(), state, values);
        return left.min().signum() < 0 || right.min().signum() < 0 || left.max().add(right.max()).bitLength() > bits;
    }

    /** {@code x - 1}: ANDed with x, the lowest bit is gone. */
    private static boolean clearsLowest(Expr e, Local counter) {
        return e instanceof Expr.Binary less && less.op() == Expr.BinaryOp.SUB && is(less.left(), counter)
                && less.right() instanceof Expr.Const one && one.value().equals(BigInteger.ONE);
    }

    private static Optional<Way> sign(Interval step, boolean subtracted) {
        if (step.min().signum() > 0) {
            return Optional.of(subtracted ? Way.DOWN : Way.UP);
        }
        return step.max().signum() < 0 ? Optional.of(subtracted ? Way.UP : Way.DOWN) : Optional.empty();
    }

    static boolean is(Expr e, Local counter) {
        return e instanceof Expr.Get get && get.local().equals(counter)
                || e instanceof Expr.Convert convert && convert.kind() != Expr.Conversion.TRUNCATE && is(convert.operand(), counter);
    }

    private static Interval range(Expr e, State state, MethodValues values) {
        return values.value(state, e).range();
    }

    private static boolean atLeast(Expr e, long least, State state, MethodValues values) {
        return values.atLeast(state, e, values.number(least));
    }
}
