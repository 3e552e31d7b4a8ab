// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.Bytes;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le32;
import vireo.dsl.SpecTable;

/**
 * One entry of the used ring: a chain that the device has finished with. VIRTIO 1.4, 2.7.8.
 *
 * @param id the chain's first descriptor
 * @param len bytes that the device wrote to the chain's writable part
 */
@DmaStruct(size = 8, align = 4)
@SpecTable("virtio-1.4#used-element")
public record UsedElement(@At(0) @Entry Le32 id, @At(4) @Bytes Le32 len) {}
