// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.After;
import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.DmaArray;
import vireo.dsl.FreeRunning;
import vireo.dsl.Le16;
import vireo.dsl.Length;
import vireo.dsl.Published;
import vireo.dsl.Ring;
import vireo.dsl.Side;
import vireo.dsl.SpecTable;
import vireo.dsl.U16;

/**
 * The available ring: chains that the driver offers to the device. VIRTIO 1.4, 2.7.6.
 *
 * @param flags {@link #NO_INTERRUPT} or zero
 * @param idx how many chains were ever offered, modulo 2^16
 * @param ring the first descriptors of those chains
 * @param usedEvent used only with VIRTIO_F_EVENT_IDX, which this driver does not negotiate
 */
@Ring(writer = Side.DRIVER, align = 2)
@SpecTable("virtio-1.4#available-ring")
public record AvailRing(
        @At(0) @BitMask Le16 flags,
        @At(2) @Published @Entry @FreeRunning Le16 idx,
        @At(4) @Length("queueSize") @Entry DmaArray<@Entry Le16> ring,
        @After("ring") Le16 usedEvent) {
    /** The driver asks not to be interrupted for used buffers. VIRTIO 1.4, 2.7.7. */
    public static final @BitMask @U16 int NO_INTERRUPT = 1;
}
