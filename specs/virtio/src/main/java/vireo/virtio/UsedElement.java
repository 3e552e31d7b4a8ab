// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le32;

/**
 * One entry of the used ring: a chain that the device has finished with. VIRTIO 1.4, 2.7.8.
 *
 * @param id the chain's first descriptor
 * @param len bytes that the device wrote to the chain's writable part
 */
@DmaStruct(size = 8, align = 4)
public record UsedElement(@At(0) Le32 id, @At(4) Le32 len) {}
