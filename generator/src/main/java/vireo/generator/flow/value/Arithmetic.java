// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.math.BigInteger;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;

/**
 * The operators on {@link Value}s. Results are mathematical: nothing wraps unless the operation says so, so that a result
 * outside its Java carrier is what VR301 refuses.
 */
final class Arithmetic {
    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger TWO_64 = ONE.shiftLeft(64);

    private Arithmetic() {}

    /**
     * The result of one operator.
     *
     * @param carrierBits 32 or 64: what a logical shift and the complement of a negative number depend on
     * @param unsigned the operation is on {@code @U64} patterns
     */
    static Value binary(Expr.BinaryOp op, Value a, Value b, int carrierBits, boolean unsigned) {
        if (a.isConstant() && b.isConstant()) {
            BigInteger folded = fold(op, a.min(), b.min());
            if (folded != null) {
                return Value.constant(folded);
            }
        }
        return switch (op) {
            case ADD -> add(a, b);
            case SUB -> subtract(a, b);
            case MUL -> multiply(a, b);
            case DIV, DIV_U64 -> divide(a, b);
            case REM, REM_U64 -> remainder(a, b);
            case BIT_AND -> and(a, b);
            case BIT_OR -> or(a, b);
            case BIT_XOR -> xor(a, b);
            case SHIFT_LEFT -> shiftLeft(a, b, carrierBits);
            case SHIFT_RIGHT -> shiftRight(a, b, carrierBits);
            case SHIFT_RIGHT_LOGICAL -> shiftRightLogical(a, b, carrierBits);
            default -> throw new IllegalArgumentException(op + " does not give a number");
        };
    }

    /** Two constants make one, where intervals would say less; null where they say it all. */
    private static BigInteger fold(Expr.BinaryOp op, BigInteger a, BigInteger b) {
        return switch (op) {
            case REM, REM_U64 -> b.signum() == 0 ? null : a.remainder(b);
            case DIV, DIV_U64 -> b.signum() == 0 ? null : a.divide(b);
            case BIT_AND -> a.and(b);
            case BIT_OR -> a.or(b);
            case BIT_XOR -> a.xor(b);
            default -> null;
        };
    }

    private static Value make(BigInteger min, BigInteger max, long bits) {
        return Value.of(min, max, bits).orElseGet(() -> new Value(new Interval(min, max), -1L));
    }

    private static int lowZeros(Value v) {
        return Long.numberOfTrailingZeros(v.bits());
    }

    private static long above(int lowZeros) {
        return lowZeros >= 64 ? 0 : -1L << lowZeros;
    }

    static Value add(Value a, Value b) {
        BigInteger min = a.min().add(b.min());
        BigInteger max = a.max().add(b.max());
        long bits = a.nonNegative() && b.nonNegative() && (a.bits() & b.bits()) == 0
                ? a.bits() | b.bits()
                : above(Math.min(lowZeros(a), lowZeros(b)));
        return make(min, max, bits);
    }

    static Value subtract(Value a, Value b) {
        return make(a.min().subtract(b.max()), a.max().subtract(b.min()), above(Math.min(lowZeros(a), lowZeros(b))));
    }

    static Value multiply(Value a, Value b) {
        BigInteger ll = a.min().multiply(b.min());
        BigInteger lh = a.min().multiply(b.max());
        BigInteger hl = a.max().multiply(b.min());
        BigInteger hh = a.max().multiply(b.max());
        return make(ll.min(lh).min(hl).min(hh), ll.max(lh).max(hl).max(hh), above(Math.min(64, lowZeros(a) + lowZeros(b))));
    }

    /** Truncating division; a divisor of zero is refused elsewhere and left out here. */
    static Value divide(Value a, Value b) {
        BigInteger min = null;
        BigInteger max = null;
        for (BigInteger divisor : new BigInteger[] {b.min(), b.max(), ONE, ONE.negate()}) {
            if (divisor.signum() != 0 && b.range().contains(divisor)) {
                for (BigInteger dividend : new BigInteger[] {a.min(), a.max(), BigInteger.ZERO}) {
                    if (a.range().contains(dividend)) {
                        BigInteger quotient = dividend.divide(divisor);
                        min = min == null ? quotient : min.min(quotient);
                        max = max == null ? quotient : max.max(quotient);
                    }
                }
            }
        }
        if (min == null) {
            return a;
        }
        boolean power = b.isConstant() && b.max().signum() > 0 && b.max().bitCount() == 1 && a.nonNegative();
        return make(min, max, power ? a.bits() >>> Math.min(63, b.max().bitLength() - 1) : -1L);
    }

    static Value remainder(Value a, Value b) {
        BigInteger largest = b.min().abs().max(b.max().abs()).subtract(ONE).max(BigInteger.ZERO);
        BigInteger max = a.max().signum() <= 0 ? BigInteger.ZERO : a.max().min(largest);
        BigInteger min = a.min().signum() >= 0 ? BigInteger.ZERO : a.min().max(largest.negate());
        boolean power = b.isConstant() && b.max().bitCount() == 1 && b.max().signum() > 0 && a.nonNegative();
        return make(min, max, power ? a.bits() & Value.ones(b.max().bitLength() - 1) : -1L);
    }

    static Value and(Value a, Value b) {
        long bits = a.bits() & b.bits();
        if (a.nonNegative() && b.nonNegative()) {
            return make(BigInteger.ZERO, a.max().min(b.max()), bits);
        }
        if (a.nonNegative() || b.nonNegative()) {
            return make(BigInteger.ZERO, a.nonNegative() ? a.max() : b.max(), bits);
        }
        int length = Math.max(a.min().bitLength(), b.min().bitLength());
        return make(ONE.shiftLeft(length).negate(), a.max().max(b.max()), bits);
    }

    static Value or(Value a, Value b) {
        long bits = a.bits() | b.bits();
        int length = Math.max(a.max().bitLength(), b.max().bitLength());
        BigInteger top = ONE.shiftLeft(length).subtract(ONE);
        if (a.nonNegative() && b.nonNegative()) {
            return make(a.min().max(b.min()), top, bits);
        }
        return make(a.min().min(b.min()), top, bits);
    }

    static Value xor(Value a, Value b) {
        int length = Math.max(a.range().min().bitLength(), a.max().bitLength());
        length = Math.max(length, Math.max(b.min().bitLength(), b.max().bitLength()));
        BigInteger top = ONE.shiftLeft(length).subtract(ONE);
        if (a.nonNegative() && b.nonNegative()) {
            return make(BigInteger.ZERO, top, a.bits() | b.bits());
        }
        return make(top.negate().subtract(ONE), top, a.bits() | b.bits());
    }

    private static Value counts(Value count, int carrierBits) {
        Value valid = Value.of(Interval.of(0, carrierBits - 1));
        return valid.clamp(count);
    }

    static Value shiftLeft(Value a, Value count, int carrierBits) {
        Value by = counts(count, carrierBits);
        int low = by.min().intValue();
        int high = by.max().intValue();
        BigInteger min = a.min().signum() >= 0 ? a.min().shiftLeft(low) : a.min().shiftLeft(high);
        BigInteger max = a.max().signum() >= 0 ? a.max().shiftLeft(high) : a.max().shiftLeft(low);
        long bits = by.isConstant() ? a.bits() << low : above(Math.min(64, lowZeros(a) + low));
        return make(min, max, bits);
    }

    static Value shiftRight(Value a, Value count, int carrierBits) {
        Value by = counts(count, carrierBits);
        int low = by.min().intValue();
        int high = by.max().intValue();
        BigInteger min = a.min().signum() >= 0 ? a.min().shiftRight(high) : a.min().shiftRight(low);
        BigInteger max = a.max().signum() >= 0 ? a.max().shiftRight(low) : a.max().shiftRight(high);
        return make(min, max, by.isConstant() && a.nonNegative() ? a.bits() >>> low : -1L);
    }

    static Value shiftRightLogical(Value a, Value count, int carrierBits) {
        if (a.nonNegative()) {
            return shiftRight(a, count, carrierBits);
        }
        Value by = counts(count, carrierBits);
        if (by.min().signum() == 0) {
            // A count of zero leaves a negative number negative.
            BigInteger half = ONE.shiftLeft(carrierBits - 1);
            return make(a.min(), half.subtract(ONE), -1L);
        }
        return make(BigInteger.ZERO, ONE.shiftLeft(carrierBits - by.min().intValue()).subtract(ONE), -1L);
    }

    static Value negate(Value a) {
        return subtract(Value.constant(0), a);
    }

    static Value complement(Value a, boolean unsigned) {
        if (unsigned) {
            BigInteger all = TWO_64.subtract(ONE);
            return make(all.subtract(a.max()), all.subtract(a.min()), a.isConstant() ? ~a.bits() : -1L);
        }
        return make(a.max().not(), a.min().not(), a.isConstant() ? ~a.bits() : -1L);
    }

    /** The low {@code width} bits of the mathematical value. */
    static Value wrap(Value exact, int width) {
        Interval all = Interval.unsigned(width);
        if (all.contains(exact.range())) {
            return exact;
        }
        if (exact.isConstant()) {
            return Value.constant(exact.min().mod(ONE.shiftLeft(width)));
        }
        return make(all.min(), all.max(), exact.bits() & Value.ones(width));
    }

    /** A signed pattern seen as unsigned. */
    static Value unsigned(Value a) {
        if (a.nonNegative()) {
            return a;
        }
        if (a.max().signum() < 0) {
            return make(a.min().add(TWO_64), a.max().add(TWO_64), -1L);
        }
        return Value.of(Interval.U64);
    }
}
