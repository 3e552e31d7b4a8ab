// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.AtMost;
import vireo.dsl.Bytes;
import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** What a console has received: buffers that the device fills, and the bytes of one that nobody has read yet. */
@Linear
public final class ConsoleInput {
    /** Bytes of a receive buffer. */
    public static final @Bytes int BUFFER_SIZE = 256;

    /** Receive buffers, where the device's queue has room for them. */
    public static final @Entry int BUFFERS = 64;

    private final BufferQueue receiveQueue;

    /** The bytes of the last buffer that came back; the buffer itself is with the device again. */
    private final byte @Bytes [] bytes = new byte[BUFFER_SIZE];

    private @Bytes @Range(max = BUFFER_SIZE) int consumed;
    private @Bytes @Delivered @Range(max = BUFFER_SIZE) int filled;

    /**
     * A queue whose buffers are all offered. The device does not know of it yet.
     *
     * @param index the queue's number
     * @throws DriverException as {@link BufferQueue}
     */
    public ConsoleInput(
            VirtioDevice device, @Queue @Range(max = Transport.MAX_QUEUES - 1) int index) throws DriverException {
        this.receiveQueue = new BufferQueue(device, index, BUFFERS, BUFFER_SIZE, 0, true);
        for (int buffer = 0; buffer < receiveQueue.buffers(); buffer++) {
            receiveQueue.offer(buffer, BUFFER_SIZE);
        }
        this.consumed = 0;
        this.filled = 0;
    }

    /** Gives all memory back. The device has been reset, or never knew of the queue. */
    @Moves
    public void release() {
        receiveQueue.release();
    }

    /** The queue, to be published and taken from. */
    public VirtQueue queue() {
        return receiveQueue.queue();
    }

    /**
     * Tells the device where the queue lies, and enables it.
     *
     * @throws DriverException as {@link BufferQueue#enable}
     */
    public void enable() throws DriverException {
        receiveQueue.enable();
    }

    /**
     * Keeps what a buffer holds, and offers the buffer again. What was kept before has been read.
     *
     * @param length bytes that the device wrote
     * @throws DriverException ERANGE where there is no such buffer
     */
    public void accept(
            @Entry @Range(max = BufferQueue.MAX_BUFFERS - 1) int buffer,
            @Bytes @Delivered @U32 long length)
            throws DriverException {
        DmaBytes written = receiveQueue.memory().bytes(buffer * BUFFER_SIZE, BUFFER_SIZE);
        filled = length < BUFFER_SIZE ? (int) length : BUFFER_SIZE;
        consumed = 0;
        written.copyTo(0, bytes, 0, filled);
        receiveQueue.offer(buffer, BUFFER_SIZE);
    }

    /** Whether something was kept that nobody has read. */
    public boolean hasUnread() {
        return consumed < filled;
    }

    /**
     * Moves what was kept to an array, as far as there is room.
     *
     * @param from where in the array the first byte goes
     * @return where in the array the next byte goes
     */
    public @Bytes @AtMost("data.length") int read(byte @Bytes [] data, @Bytes @AtMost("data.length") int from) {
        int at = from;
        int next = consumed;
        while (at < data.length && next < filled) {
            data[at] = bytes[next];
            at++;
            next++;
        }
        consumed = next;
        return at;
    }
}
