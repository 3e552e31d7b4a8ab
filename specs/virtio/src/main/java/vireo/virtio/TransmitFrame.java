// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.DmaBytes;
import vireo.dsl.Length;
import vireo.dsl.Linear;
import vireo.dsl.Range;

/**
 * Room for one frame, which the caller fills and then hands over or gives up.
 *
 * @param buffer which of the transmit buffers it is
 * @param bytes the frame, from the destination's address on
 */
@Linear
public record TransmitFrame(
        @Entry @Range(max = NetQueue.MAX_BUFFERS - 1) int buffer, @Length("SIZE") DmaBytes bytes) {
    /** Bytes that there is room for. */
    public static final @Bytes int SIZE = NetBuffer.FRAME_SIZE;
}
