// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.jvm.RangeCheck;
import vireo.dsl.spi.Intrinsic;

/**
 * Arithmetic of {@link U16 unsigned 16-bit numbers}.
 *
 * <p>On the JVM an argument outside the range is an {@link IllegalArgumentException}; the generator proves that there
 * is none.
 */
@Intrinsic("u16")
public final class Uint16 {
    /** The largest value. */
    public static final @U16 int MAX = 0xFFFF;

    private Uint16() {}

    /** The sum, modulo 2^16. */
    @Intrinsic("u16.wrappingAdd")
    public static @U16 int wrappingAdd(@U16 int a, @U16 int b) {
        return (in(a, "wrappingAdd") + in(b, "wrappingAdd")) & MAX;
    }

    /** The difference, modulo 2^16. */
    @Intrinsic("u16.wrappingSub")
    public static @U16 int wrappingSub(@U16 int a, @U16 int b) {
        return (in(a, "wrappingSub") - in(b, "wrappingSub")) & MAX;
    }

    /** The product, modulo 2^16. */
    @Intrinsic("u16.wrappingMul")
    public static @U16 int wrappingMul(@U16 int a, @U16 int b) {
        return (in(a, "wrappingMul") * in(b, "wrappingMul")) & MAX;
    }

    /** The low 16 bits of any number. */
    @Intrinsic("u16.truncate")
    public static @U16 int truncate(long value) {
        return (int) (value & MAX);
    }

    /**
     * The sum.
     *
     * @throws DriverException {@link Errno#EOVERFLOW} where it is no unsigned 16-bit number
     */
    @Intrinsic("u16.checkedAdd")
    public static @U16 int checkedAdd(@U16 int a, @U16 int b) throws DriverException {
        return exact((long) in(a, "checkedAdd") + in(b, "checkedAdd"));
    }

    /**
     * The difference.
     *
     * @throws DriverException {@link Errno#EOVERFLOW} where it is no unsigned 16-bit number
     */
    @Intrinsic("u16.checkedSub")
    public static @U16 int checkedSub(@U16 int a, @U16 int b) throws DriverException {
        return exact((long) in(a, "checkedSub") - in(b, "checkedSub"));
    }

    /**
     * The product.
     *
     * @throws DriverException {@link Errno#EOVERFLOW} where it is no unsigned 16-bit number
     */
    @Intrinsic("u16.checkedMul")
    public static @U16 int checkedMul(@U16 int a, @U16 int b) throws DriverException {
        return exact((long) in(a, "checkedMul") * in(b, "checkedMul"));
    }

    private static int in(int value, String operation) {
        return RangeCheck.u16(value, "Uint16.", operation);
    }

    private static int exact(long value) throws DriverException {
        if (value < 0 || value > MAX) {
            throw new DriverException(Errno.EOVERFLOW);
        }
        return (int) value;
    }
}
