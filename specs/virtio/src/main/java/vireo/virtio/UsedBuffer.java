// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.Completed;
import vireo.dsl.Delivered;
import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.Undelivered;

/**
 * A chain that came back from the device, or the word that none did.
 *
 * @param head the chain's first descriptor, as the add method returned it; {@link #NONE} where no chain came back
 * @param length bytes that the device wrote
 * @param unwritten bytes that it was allowed to write and did not
 */
public record UsedBuffer(
        @Entry @Completed @Range(min = NONE, max = VirtQueue.MAX_SIZE - 1) int head,
        @Bytes @Delivered @U32 long length,
        @Bytes @Undelivered @U32 long unwritten) {
    /** No chain. */
    public static final @Entry int NONE = -1;
}
