// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le32;
import vireo.dsl.Le64;
import vireo.dsl.Side;
import vireo.dsl.U32;
import vireo.dsl.WrittenBy;

/** A descriptor of a piece of memory. */
@DmaStruct(size = 16, align = 16)
public record Portion(@At(0) Le64 address, @At(8) Le32 length, @At(12) @BitMask Le32 flags) {
    /** The device writes the memory. */
    public static final @WrittenBy(Side.DEVICE) @BitMask @U32 long WRITE = 2;

    /** More pieces follow. */
    public static final @BitMask @U32 long NEXT = 1;
}
