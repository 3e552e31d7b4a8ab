// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.DmaArray;
import vireo.dsl.Length;
import vireo.dsl.Range;

/**
 * How the frames of one queue lie in its memory.
 *
 * @param headerSize bytes of the header before each frame
 * @param count how many buffers there are
 * @param buffers the buffers
 */
public record NetFrames(
        @Bytes @Range(min = NetBuffer.LEGACY_HEADER_SIZE, max = NetBuffer.HEADER_SIZE) int headerSize,
        @Entry @Range(min = 1, max = NetQueue.MAX_BUFFERS) int count,
        @Length("count") @Entry DmaArray<NetBuffer> buffers) {}
