// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le16;
import vireo.dsl.U16;

/** An entry with flags in device-visible memory that the cases share. */
@DmaStruct(size = 4, align = 4)
public record Flagged(@At(0) @BitMask Le16 flags, @At(2) Le16 length) {
    /** The device may use it. */
    public static final @BitMask @U16 int READY = 0x1;
}
