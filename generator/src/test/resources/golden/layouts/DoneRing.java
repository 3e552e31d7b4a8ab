// SPDX-License-Identifier: MIT OR GPL-2.0-only
package layouts;

import vireo.dsl.After;
import vireo.dsl.At;
import vireo.dsl.DmaArray;
import vireo.dsl.Le16;
import vireo.dsl.Length;
import vireo.dsl.Published;
import vireo.dsl.Ring;
import vireo.dsl.Side;

/** Requests that the device gives back. */
@Ring(writer = Side.DEVICE, align = 4)
public record DoneRing(
        @At(0) Le16 flags,
        @At(2) @Published Le16 index,
        @At(4) @Length("size") DmaArray<Done> entries,
        @After("entries") Le16 event) {}
