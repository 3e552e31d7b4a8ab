// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.Bytes;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Rc8;
import vireo.dsl.SpecTable;
import vireo.dsl.U8;

/**
 * Why a virtio PCI device without MSI-X interrupted. VIRTIO 1.4, 4.1.4.5. Other transports use the same bits.
 *
 * @param status {@link #QUEUE} and {@link #CONFIGURATION}; reading clears both and ends the interrupt
 */
@RegisterBlock(size = 1)
@SpecTable("virtio-1.4#isr")
public record IsrStatus(@At(0) @BitMask Rc8 status) {
    /** A queue has used buffers. */
    public static final @BitMask @U8 int QUEUE = 1;

    /** The device configuration has changed. */
    public static final @BitMask @U8 int CONFIGURATION = 2;

    /** All reasons that there are. */
    public static final @BitMask @U8 int ALL = QUEUE | CONFIGURATION;

    /** Bytes of the block. */
    public static final @Bytes int SIZE = 1;
}
