// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.math.BigInteger;

/** The integers from {@code min} to {@code max}, both included; never empty. */
public record Interval(BigInteger min, BigInteger max) {
    public static final Interval U8 = unsigned(8);
    public static final Interval U16 = unsigned(16);
    public static final Interval U32 = unsigned(32);
    public static final Interval U64 = unsigned(64);
    public static final Interval BYTE = signed(8);
    public static final Interval INT = signed(32);
    public static final Interval LONG = signed(64);

    public Interval {
        if (min.compareTo(max) > 0) {
            throw new IllegalArgumentException("empty interval " + min + " .. " + max);
        }
    }

    public static Interval of(long min, long max) {
        return new Interval(BigInteger.valueOf(min), BigInteger.valueOf(max));
    }

    public static Interval of(BigInteger value) {
        return new Interval(value, value);
    }

    public static Interval unsigned(int bits) {
        return new Interval(BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    }

    public static Interval signed(int bits) {
        BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
        return new Interval(half.negate(), half.subtract(BigInteger.ONE));
    }

    public boolean contains(Interval other) {
        return min.compareTo(other.min) <= 0 && other.max.compareTo(max) <= 0;
    }

    public boolean contains(BigInteger value) {
        return min.compareTo(value) <= 0 && value.compareTo(max) <= 0;
    }

    public boolean isConstant() {
        return min.equals(max);
    }

    /** The smallest interval that holds both. */
    public Interval join(Interval other) {
        return new Interval(min.min(other.min), max.max(other.max));
    }

    @Override
    public String toString() {
        return isConstant() ? min.toString() : min + " .. " + max;
    }
}
