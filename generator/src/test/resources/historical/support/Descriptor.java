// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le16;
import vireo.dsl.Le32;
import vireo.dsl.Le64;
import vireo.dsl.U16;

/** Describes a piece of memory to the device. */
@DmaStruct(size = 16, align = 16)
public record Descriptor(@At(0) Le64 addr, @At(8) Le32 len, @At(12) @BitMask Le16 flags, @At(14) Le16 next) {
    /** The chain goes on with {@code next}. */
    public static final @BitMask @U16 int NEXT = 0x1;

    /** The device writes this memory. */
    public static final @BitMask @U16 int WRITE = 0x2;
}
