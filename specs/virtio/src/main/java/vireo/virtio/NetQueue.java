// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.DmaArray;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Range;

/** A queue of frames, each with its header in one descriptor. VIRTIO 1.4, 5.1.6. */
@Linear
@Conforms("drv.net.tx.1")
@Conforms("drv.net.rxbuf.7")
public final class NetQueue {
    /** Buffers at most: fewer where the device has a smaller queue. */
    public static final @Entry int MAX_BUFFERS = 64;

    private final BufferQueue queue;
    private final NetFrames frames;

    /**
     * A queue whose buffers are all with the driver. The device does not know of it yet.
     *
     * @param index the queue's number
     * @param deviceWrites whether the device writes the frames, or reads them
     * @throws DriverException as {@link BufferQueue}
     */
    public NetQueue(VirtioDevice device, @Queue @Range(max = Transport.MAX_QUEUES - 1) int index, boolean deviceWrites)
            throws DriverException {
        int headerSize = device.transport().isLegacy() ? NetBuffer.LEGACY_HEADER_SIZE : NetBuffer.HEADER_SIZE;
        this.queue = new BufferQueue(
                device, index, MAX_BUFFERS, NetBuffer.SIZE, NetBuffer.FRAME_OFFSET - headerSize, deviceWrites);
        try {
            int count = queue.buffers() < MAX_BUFFERS ? queue.buffers() : MAX_BUFFERS;
            @Entry DmaArray<NetBuffer> buffers = queue.memory().array(NetBuffer.class, 0, count);
            this.frames = new NetFrames(headerSize, count, buffers);
        } catch (DriverException e) {
            queue.release();
            throw e;
        }
    }

    /** Gives all memory back. The device has been reset, or never knew of the queue. */
    @Moves
    public void release() {
        queue.release();
    }

    /** Where the frames are. */
    public NetFrames frames() {
        return frames;
    }

    /** The queue, to be published and taken from. A chain's head is the number of its buffer. */
    public VirtQueue queue() {
        return queue.queue();
    }

    /**
     * Tells the device where the queue lies, and enables it.
     *
     * @throws DriverException as {@link BufferQueue#enable}
     */
    public void enable() throws DriverException {
        queue.enable();
    }

    /**
     * Adds a buffer that is not in flight. The device learns of it with the next publishing.
     *
     * @param length bytes of the frame
     */
    public void offer(
            @Entry @Range(max = MAX_BUFFERS - 1) int buffer,
            @Bytes @Range(min = NetworkDevice.MIN_FRAME, max = NetworkDevice.MAX_FRAME) int length) {
        queue.offer(buffer, frames.headerSize() + length);
    }
}
