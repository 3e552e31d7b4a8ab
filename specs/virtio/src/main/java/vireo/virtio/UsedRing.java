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
 * The used ring: chains that the device gives back. The device writes it, so nothing read from it is trusted.
 * VIRTIO 1.4, 2.7.8.
 *
 * @param flags {@link #NO_NOTIFY} or zero
 * @param idx how many chains were ever given back, modulo 2^16
 * @param ring what became of those chains
 * @param availEvent used only with VIRTIO_F_EVENT_IDX, which this driver does not negotiate
 */
@Ring(writer = Side.DEVICE, align = 4)
@SpecTable("virtio-1.4#used-ring")
public record UsedRing(
        @At(0) @BitMask Le16 flags,
        @At(2) @Published @Entry @FreeRunning Le16 idx,
        @At(4) @Length("queueSize") @Entry DmaArray<UsedElement> ring,
        @After("ring") Le16 availEvent) {
    /** The device asks not to be notified of available buffers. VIRTIO 1.4, 2.7.10. */
    public static final @BitMask @U16 int NO_NOTIFY = 1;
}
