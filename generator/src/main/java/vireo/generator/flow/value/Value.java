// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.math.BigInteger;
import java.util.Optional;
import vireo.generator.ir.Interval;

/**
 * What is known of one number on its own: the interval that it lies in, and the bits that may be set.
 *
 * @param range where the mathematical value lies; a {@code @U64 long} counts as unsigned
 * @param bits the bits of the 64-bit two's complement pattern that may be one; all others are zero
 */
public record Value(Interval range, long bits) {
    /** Nothing known beyond 64 bits. */
    public static final Value ANY = new Value(new Interval(Interval.LONG.min(), Interval.U64.max()), -1L);

    /** The value with the two parts sharpened by each other; empty when they contradict each other. */
    static Optional<Value> of(BigInteger min, BigInteger max, long bits) {
        BigInteger top = max;
        long possible = bits;
        if (min.signum() >= 0) {
            if (possible >= 0) {
                top = top.min(BigInteger.valueOf(possible));
            }
            if (top.signum() < 0 || top.compareTo(min) < 0) {
                return Optional.empty();
            }
            possible &= ones(top.bitLength());
            int low = Long.numberOfTrailingZeros(possible);
            if (low > 0 && low < 64) {
                // Multiples of 2^low only.
                BigInteger floor = top.shiftRight(low).shiftLeft(low);
                BigInteger ceiling = min.add(BigInteger.valueOf((1L << low) - 1)).shiftRight(low).shiftLeft(low);
                if (floor.compareTo(ceiling) < 0) {
                    return Optional.empty();
                }
                top = floor;
                min = ceiling;
            }
            if (min.equals(top)) {
                long exact = min.longValue();
                return (exact & ~bits) != 0 ? Optional.empty() : Optional.of(new Value(new Interval(min, top), exact));
            }
        } else if (min.compareTo(top) > 0) {
            return Optional.empty();
        } else if (min.equals(top)) {
            return Optional.of(new Value(new Interval(min, top), min.longValue()));
        }
        return Optional.of(new Value(new Interval(min, top), possible));
    }

    /** A value of an interval. */
    public static Value of(Interval range) {
        return of(range.min(), range.max(), -1L).orElseThrow();
    }

    public static Value of(Interval range, long bits) {
        return of(range.min(), range.max(), bits).orElseGet(() -> of(range));
    }

    public static Value constant(BigInteger value) {
        return new Value(Interval.of(value), value.longValue());
    }

    public static Value constant(long value) {
        return constant(BigInteger.valueOf(value));
    }

    /** The lowest {@code count} bits, all of them from 64 on. */
    static long ones(int count) {
        return count >= 64 ? -1L : (1L << count) - 1;
    }

    public BigInteger min() {
        return range.min();
    }

    public BigInteger max() {
        return range.max();
    }

    public boolean isConstant() {
        return range.isConstant();
    }

    public boolean nonNegative() {
        return range.min().signum() >= 0;
    }

    /** What holds when both hold; empty when they contradict each other. */
    Optional<Value> meet(Value other) {
        if (range.contains(other.range) && (other.bits & ~bits) == 0) {
            return Optional.of(other);
        }
        return of(min().max(other.min()), max().min(other.max()), bits & other.bits);
    }

    /** As {@link #meet}; where the two contradict each other, this value: an error is reported elsewhere. */
    public Value clamp(Value other) {
        return meet(other).orElse(this);
    }

    public Value join(Value other) {
        if (equals(other)) {
            return this;
        }
        return new Value(range.join(other.range), bits | other.bits);
    }

    /** Shifts the interval; what is known of the bits survives as far as low zeros do. */
    Value plus(BigInteger offset) {
        return offset.signum() == 0 ? this : Arithmetic.add(this, constant(offset));
    }

    @Override
    public String toString() {
        return range.toString();
    }
}
