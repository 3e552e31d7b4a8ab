// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.SpecRow;
import vireo.dsl.SpecTable;
import vireo.dsl.Wo16;

/**
 * The doorbell of one queue of a virtio PCI device, without VIRTIO_F_NOTIFICATION_DATA. VIRTIO 1.4, 4.1.4.4.
 *
 * @param queueIndex writing the queue's index tells the device that the queue has new buffers
 */
@RegisterBlock(size = 2)
@SpecTable("virtio-1.4#notification")
public record NotifyRegister(@At(0) @SpecRow("vq_index") @Queue Wo16 queueIndex) {}
