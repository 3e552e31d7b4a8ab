// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.DmaArray;
import vireo.dsl.FreeRunning;
import vireo.dsl.Le16;
import vireo.dsl.Length;
import vireo.dsl.Published;
import vireo.dsl.Ring;
import vireo.dsl.Side;

/** A device-written ring with a published index, which the cases share. */
@Ring(writer = Side.DEVICE, align = 8)
public record UsedIndex(
        @At(0) Le16 flags,
        @At(2) @Published @FreeRunning Le16 idx,
        @At(4) Le16 reserved,
        @At(6) Le16 unused,
        @At(8) @Length("slots") DmaArray<Slot> entries) {}
