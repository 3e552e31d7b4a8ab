// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.Uint64;

/**
 * A queue with buffers of its own: all of one size, in one region of memory, each with its descriptor for good. What is written to
 * the queue for a buffer is its length and its number.
 *
 * <p>Receive queues, transmit queues and queues of requests for data are of this kind.
 */
@Linear
public final class BufferQueue {
    /** Buffers that a queue can have at most. */
    public static final @Entry int MAX_BUFFERS = VirtQueue.MAX_SIZE;

    /** Bytes that a buffer can have at most. */
    public static final @Bytes int MAX_BUFFER_SIZE = 65536;

    /** Bytes that a buffer can keep from the device at its start, at most. */
    public static final @Bytes int MAX_START = 64;

    private final VirtioDevice device;
    private final @Queue @Range(max = Transport.MAX_QUEUES - 1) int index;
    private final boolean deviceWrites;
    private final @Entry @Range(min = 1, max = MAX_BUFFERS) int buffers;
    private final VirtQueue queue;
    private final DmaRegion region;

    /**
     * A queue whose buffers are all with the driver. The device does not know of it yet.
     *
     * @param index the queue's number
     * @param buffers how many buffers to have, a power of two; fewer where the device has a smaller queue
     * @param bufferSize bytes of each; a multiple of 64 keeps them in cache lines of their own
     * @param start where in each buffer the device's part starts
     * @param deviceWrites whether the device writes to the buffers, or reads them
     * @throws DriverException EOPNOTSUPP where the device has no such queue; as {@link VirtQueue}; EINVAL where it has fewer
     *     descriptors than buffers
     */
    public BufferQueue(
            VirtioDevice device,
            @Queue @Range(max = Transport.MAX_QUEUES - 1) int index,
            @Entry @Range(min = 1, max = MAX_BUFFERS) int buffers,
            @Bytes @Range(min = 1, max = MAX_BUFFER_SIZE) int bufferSize,
            @Bytes @Range(max = MAX_START) int start,
            boolean deviceWrites)
            throws DriverException {
        this.device = device;
        this.index = index;
        this.deviceWrites = deviceWrites;
        int size = device.queueSize(index, 1, buffers);
        this.buffers = size < buffers ? size : buffers;
        this.queue = new VirtQueue(device.dma(), size, device.transport().isLegacy(), false);
        try {
            this.region = device.dma().allocate(this.buffers * bufferSize);
            try {
                queue.prepareBuffers(
                        Uint64.wrappingAdd(region.memory().physical(), start),
                        bufferSize,
                        this.buffers,
                        deviceWrites ? Descriptor.WRITE : 0);
            } catch (DriverException e) {
                device.dma().release(region);
                throw e;
            }
        } catch (DriverException e) {
            queue.release(device.dma());
            throw e;
        }
    }

    /** Gives all memory back. The device has been reset, or never knew of the queue. */
    @Moves
    public void release() {
        device.dma().release(region);
        queue.release(device.dma());
    }

    /** The queue, to be published and taken from. A chain's head is the number of its buffer. */
    public VirtQueue queue() {
        return queue;
    }

    /** How many buffers there are. */
    public @Entry @Range(min = 1, max = MAX_BUFFERS) int buffers() {
        return buffers;
    }

    /** The memory of all buffers, one after the other. */
    public DmaMemory memory() {
        return region.memory();
    }

    /**
     * Tells the device where the queue lies, and enables it.
     *
     * @throws DriverException as {@link Transport#enableQueue}
     */
    public void enable() throws DriverException {
        device.enable(index, queue);
    }

    /**
     * Adds a buffer that is not in flight, as much of it as is asked for. The device learns of it with the next publishing.
     *
     * @param length bytes
     */
    public void offer(
            @Entry @Range(max = MAX_BUFFERS - 1) int buffer, @Bytes @Range(min = 1, max = MAX_BUFFER_SIZE) int length) {
        queue.offerBuffer(buffer, length, deviceWrites ? length : 0);
    }
}
