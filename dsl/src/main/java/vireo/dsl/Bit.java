// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.jvm.RangeCheck;
import vireo.dsl.spi.Intrinsic;

/** The way from {@link BitNumber positions of bits} to {@link BitMask bits in their places}. */
@Intrinsic("bit")
public final class Bit {
    private Bit() {}

    /**
     * The mask with one bit set.
     *
     * @param number 0 for the least significant bit, to 63
     */
    @Intrinsic("bit.mask")
    public static @BitMask long mask(@BitNumber @Range(max = 63) int number) {
        return 1L << RangeCheck.within(number, 0, 63, "Bit.", "mask");
    }

    /**
     * Whether a bit is set.
     *
     * @param number 0 for the least significant bit, to 63
     */
    @Intrinsic("bit.isSet")
    public static boolean isSet(@BitMask long value, @BitNumber @Range(max = 63) int number) {
        return (value >>> RangeCheck.within(number, 0, 63, "Bit.", "isSet") & 1) != 0;
    }
}
