// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.jvm.RangeCheck;
import vireo.dsl.spi.Intrinsic;

/**
 * Arithmetic of {@link U32 unsigned 32-bit numbers}.
 *
 * <p>On the JVM an argument outside the range is an {@link IllegalArgumentException}; the generator proves that there
 * is none.
 */
@Intrinsic("u32")
public final class Uint32 {
    /** The largest value. */
    public static final @U32 long MAX = 0xFFFF_FFFFL;

    private Uint32() {}

    /** The sum, modulo 2^32. */
    @Intrinsic("u32.wrappingAdd")
    public static @U32 long wrappingAdd(@U32 long a, @U32 long b) {
        return (in(a, "wrappingAdd") + in(b, "wrappingAdd")) & MAX;
    }

    /** The difference, modulo 2^32. */
    @Intrinsic("u32.wrappingSub")
    public static @U32 long wrappingSub(@U32 long a, @U32 long b) {
        return (in(a, "wrappingSub") - in(b, "wrappingSub")) & MAX;
    }

    /** The product, modulo 2^32. */
    @Intrinsic("u32.wrappingMul")
    public static @U32 long wrappingMul(@U32 long a, @U32 long b) {
        return (in(a, "wrappingMul") * in(b, "wrappingMul")) & MAX;
    }

    /** The low 32 bits of any number. */
    @Intrinsic("u32.truncate")
    public static @U32 long truncate(long value) {
        return value & MAX;
    }

    /**
     * The sum.
     *
     * @throws DriverException {@link Errno#EOVERFLOW} where it is no unsigned 32-bit number
     */
    @Intrinsic("u32.checkedAdd")
    public static @U32 long checkedAdd(@U32 long a, @U32 long b) throws DriverException {
        return exact(in(a, "checkedAdd") + in(b, "checkedAdd"));
    }

    /**
     * The difference.
     *
     * @throws DriverException {@link Errno#EOVERFLOW} where it is no unsigned 32-bit number
     */
    @Intrinsic("u32.checkedSub")
    public static @U32 long checkedSub(@U32 long a, @U32 long b) throws DriverException {
        return exact(in(a, "checkedSub") - in(b, "checkedSub"));
    }

    /**
     * The product.
     *
     * @throws DriverException {@link Errno#EOVERFLOW} where it is no unsigned 32-bit number
     */
    @Intrinsic("u32.checkedMul")
    public static @U32 long checkedMul(@U32 long a, @U32 long b) throws DriverException {
        return exact(in(a, "checkedMul") * in(b, "checkedMul"));
    }

    private static long in(long value, String operation) {
        return RangeCheck.u32(value, "Uint32.", operation);
    }

    /** A product of 2^63 or more, which is below 2^64, looks negative here and is refused like one of 2^32. */
    private static long exact(long value) throws DriverException {
        if (value < 0 || value > MAX) {
            throw new DriverException(Errno.EOVERFLOW);
        }
        return value;
    }
}
