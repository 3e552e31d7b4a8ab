// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.After;
import vireo.dsl.At;
import vireo.dsl.DmaArray;
import vireo.dsl.FreeRunning;
import vireo.dsl.Le16;
import vireo.dsl.Length;
import vireo.dsl.Published;
import vireo.dsl.Ring;
import vireo.dsl.Side;

/** Where the device puts the chains that it has finished with. */
@Ring(writer = Side.DEVICE, align = 4)
public record UsedRing(
        @At(0) Le16 flags,
        @At(2) @Published @FreeRunning Le16 idx,
        @At(4) @Length("queueSize") DmaArray<UsedElement> ring,
        @After("ring") @FreeRunning Le16 availEvent) {}
