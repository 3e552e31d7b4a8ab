// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.jvm.RangeCheck;
import vireo.dsl.spi.Intrinsic;

/**
 * Arithmetic of {@link U8 unsigned 8-bit numbers}.
 *
 * <p>On the JVM an argument outside the range is an {@link IllegalArgumentException}; the generator proves that there
 * is none.
 */
@Intrinsic("u8")
public final class Uint8 {
    /** The largest value. */
    public static final @U8 int MAX = 0xFF;

    private Uint8() {}

    /** The sum, modulo 2^8. */
    @Intrinsic("u8.wrappingAdd")
    public static @U8 int wrappingAdd(@U8 int a, @U8 int b) {
        return (in(a, "wrappingAdd") + in(b, "wrappingAdd")) & MAX;
    }

    /** The difference, modulo 2^8. */
    @Intrinsic("u8.wrappingSub")
    public static @U8 int wrappingSub(@U8 int a, @U8 int b) {
        return (in(a, "wrappingSub") - in(b, "wrappingSub")) & MAX;
    }

    /** The product, modulo 2^8. */
    @Intrinsic("u8.wrappingMul")
    public static @U8 int wrappingMul(@U8 int a, @U8 int b) {
        return (in(a, "wrappingMul") * in(b, "wrappingMul")) & MAX;
    }

    /** The low 8 bits of any number. */
    @Intrinsic("u8.truncate")
    public static @U8 int truncate(long value) {
        return (int) (value & MAX);
    }

    /**
     * The sum.
     *
     * @throws DriverException {@link Errno#EOVERFLOW} where it is no unsigned 8-bit number
     */
    @Intrinsic("u8.checkedAdd")
    public static @U8 int checkedAdd(@U8 int a, @U8 int b) throws DriverException {
        return exact((long) in(a, "checkedAdd") + in(b, "checkedAdd"));
    }

    /**
     * The difference.
     *
     * @throws DriverException {@link Errno#EOVERFLOW} where it is no unsigned 8-bit number
     */
    @Intrinsic("u8.checkedSub")
    public static @U8 int checkedSub(@U8 int a, @U8 int b) throws DriverException {
        return exact((long) in(a, "checkedSub") - in(b, "checkedSub"));
    }

    /**
     * The product.
     *
     * @throws DriverException {@link Errno#EOVERFLOW} where it is no unsigned 8-bit number
     */
    @Intrinsic("u8.checkedMul")
    public static @U8 int checkedMul(@U8 int a, @U8 int b) throws DriverException {
        return exact((long) in(a, "checkedMul") * in(b, "checkedMul"));
    }

    private static int in(int value, String operation) {
        return RangeCheck.u8(value, "Uint8.", operation);
    }

    private static int exact(long value) throws DriverException {
        if (value < 0 || value > MAX) {
            throw new DriverException(Errno.EOVERFLOW);
        }
        return (int) value;
    }
}
