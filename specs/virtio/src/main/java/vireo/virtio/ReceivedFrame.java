// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.Length;
import vireo.dsl.Linear;
import vireo.dsl.Range;

/**
 * A frame that has come in, in the buffer that the device wrote it to, until it is given back.
 *
 * @param buffer which of the receive buffers it is
 * @param length bytes of the frame
 * @param bytes the frame: as much of the buffer as the device says it has written, and no more
 */
@Linear
public record ReceivedFrame(
        @Entry @Range(max = NetQueue.MAX_BUFFERS - 1) int buffer,
        @Bytes @Delivered @Range(min = NetworkDevice.MIN_FRAME, max = NetBuffer.FRAME_SIZE) int length,
        @Length("length") DmaBytes bytes) {}
