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

/** Where the driver puts the chains that the device may take. */
@Ring(writer = Side.DRIVER, align = 2)
public record AvailRing(
        @At(0) Le16 flags,
        @At(2) @Published @FreeRunning Le16 idx,
        @At(4) @Length("queueSize") DmaArray<Le16> ring,
        @After("ring") @FreeRunning Le16 usedEvent) {}
