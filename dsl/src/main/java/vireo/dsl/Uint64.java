// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.jvm.RangeCheck;
import vireo.dsl.spi.Intrinsic;

/**
 * Arithmetic of {@link U64 unsigned 64-bit numbers}, whose bits are carried by a {@code long}.
 */
@Intrinsic("u64")
public final class Uint64 {
    /** The largest value, 2^64 - 1: all bits one. */
    public static final @U64 long MAX = -1L;

    private Uint64() {}

    /** The sum, modulo 2^64. */
    @Intrinsic("u64.wrappingAdd")
    public static @U64 long wrappingAdd(@U64 long a, @U64 long b) {
        return a + b;
    }

    /** The difference, modulo 2^64. */
    @Intrinsic("u64.wrappingSub")
    public static @U64 long wrappingSub(@U64 long a, @U64 long b) {
        return a - b;
    }

    /** The product, modulo 2^64. */
    @Intrinsic("u64.wrappingMul")
    public static @U64 long wrappingMul(@U64 long a, @U64 long b) {
        return a * b;
    }

    /** The bits of any number, seen as unsigned. */
    @Intrinsic("u64.truncate")
    public static @U64 long truncate(long value) {
        return value;
    }

    /**
     * The sum.
     *
     * @throws DriverException {@link Errno#EOVERFLOW} where it is 2^64 or more
     */
    @Intrinsic("u64.checkedAdd")
    public static @U64 long checkedAdd(@U64 long a, @U64 long b) throws DriverException {
        long sum = a + b;
        return exact(!lessThan(sum, a), sum);
    }

    /**
     * The difference.
     *
     * @throws DriverException {@link Errno#EOVERFLOW} where {@code b} is larger than {@code a}
     */
    @Intrinsic("u64.checkedSub")
    public static @U64 long checkedSub(@U64 long a, @U64 long b) throws DriverException {
        return exact(atMost(b, a), a - b);
    }

    /**
     * The product.
     *
     * @throws DriverException {@link Errno#EOVERFLOW} where it is 2^64 or more
     */
    @Intrinsic("u64.checkedMul")
    public static @U64 long checkedMul(@U64 long a, @U64 long b) throws DriverException {
        return exact(a == 0 || Long.compareUnsigned(b, Long.divideUnsigned(MAX, a)) <= 0, a * b);
    }

    /** Whether {@code a < b}, both unsigned. */
    @Intrinsic("u64.lessThan")
    public static boolean lessThan(@U64 long a, @U64 long b) {
        return Long.compareUnsigned(a, b) < 0;
    }

    /** Whether {@code a <= b}, both unsigned. */
    @Intrinsic("u64.atMost")
    public static boolean atMost(@U64 long a, @U64 long b) {
        return Long.compareUnsigned(a, b) <= 0;
    }

    /** The number with these two halves: {@code high * 2^32 + low}. */
    @Intrinsic("u64.fromHalves")
    public static @U64 long fromHalves(@U32 long high, @U32 long low) {
        return RangeCheck.u32(high, "Uint64.", "fromHalves") << 32 | RangeCheck.u32(low, "Uint64.", "fromHalves");
    }

    /** Bits 32 to 63. */
    @Intrinsic("u64.high32")
    public static @U32 long high32(@U64 long value) {
        return value >>> 32;
    }

    /** Bits 0 to 31. */
    @Intrinsic("u64.low32")
    public static @U32 long low32(@U64 long value) {
        return value & Uint32.MAX;
    }

    /**
     * The value as a plain {@code long}, at least zero.
     *
     * @throws DriverException {@link Errno#ERANGE} where it is 2^63 or more
     */
    @Intrinsic("u64.toLong")
    public static @Range(min = 0, max = Long.MAX_VALUE) long toLong(@U64 long value) throws DriverException {
        if (value < 0) {
            throw new DriverException(Errno.ERANGE);
        }
        return value;
    }

    /**
     * The quotient of two unsigned numbers, rounded down.
     *
     * @param divisor not zero (VR304); zero is an ArithmeticException on the JVM
     */
    @Intrinsic("u64.divide")
    public static @U64 long divide(@U64 long dividend, @U64 long divisor) {
        return Long.divideUnsigned(dividend, divisor);
    }

    /**
     * The remainder of the division of two unsigned numbers.
     *
     * @param divisor not zero (VR304); zero is an ArithmeticException on the JVM
     */
    @Intrinsic("u64.remainder")
    public static @U64 long remainder(@U64 long dividend, @U64 long divisor) {
        return Long.remainderUnsigned(dividend, divisor);
    }

    private static long exact(boolean fits, long value) throws DriverException {
        if (!fits) {
            throw new DriverException(Errno.EOVERFLOW);
        }
        return value;
    }
}
