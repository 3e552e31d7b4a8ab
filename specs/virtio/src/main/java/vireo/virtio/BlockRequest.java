// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Linear;
import vireo.dsl.Range;

/**
 * A request that was submitted, and with it the buffer: nobody but the device touches it until the request is complete.
 *
 * @param slot which of the disk's requests it is
 * @param buffer the data
 */
@Linear
public record BlockRequest(@Slot @Range(max = VirtioBlkDevice.MAX_REQUESTS - 1) int slot, DmaRegion buffer) {}
