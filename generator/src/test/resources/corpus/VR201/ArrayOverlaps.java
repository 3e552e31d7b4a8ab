// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.Count;
import vireo.dsl.RegisterArray;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Rw32;

/** The array's last element lies on the next register. */
@RegisterBlock(size = 0x20)
public record ArrayOverlaps(
        @At(0x00) @Count(4) RegisterArray<Rw32> channels,
        @At(0x0C) Rw32 status) {} // expect VR201: overlap
