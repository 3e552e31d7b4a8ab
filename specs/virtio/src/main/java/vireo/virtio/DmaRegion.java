// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;

/**
 * Memory that a device may use: physically contiguous, aligned to a cache line, zeroed when it was allocated. It has one owner
 * at a time, and goes back to the {@link DmaRegionProvider} that it came from.
 *
 * @param memory both views: the driver's, and the device's by physical address
 */
@Linear
public record DmaRegion(DmaMemory memory) {}
