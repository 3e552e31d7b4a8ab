// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Range;
import vireo.dsl.U32;

/**
 * A chain that came back from the device, or the word that none did.
 *
 * @param head the chain's first descriptor, as the add method returned it; {@link #NONE} where no chain came back
 * @param length bytes that the device wrote
 * @param unwritten bytes that it was allowed to write and did not
 */
public record UsedBuffer(
        @Range(min = NONE, max = VirtQueue.MAX_SIZE - 1) int head, @U32 long length, @U32 long unwritten) {
    /** No chain. */
    public static final int NONE = -1;
}
