// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Below;
import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.Deadline;
import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Milliseconds;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.U32;

/**
 * What a network card receives. VIRTIO 1.4, 5.1.6.3 and 5.1.6.4.
 *
 * <p>The device has all buffers but those of frames that were taken. What it delivers and nobody can use goes back to it at once, and
 * is counted.
 */
@Conforms("drv.net.rxbuf.2")
public final class NetReceiver {
    /** The queue's number. */
    @SpecRow("virtio-1.4#net-queue/receiveq1")
    public static final @Queue int QUEUE = 0;

    /** As the length of the frame that is next: none is known of. */
    private static final @Bytes int NONE = 0;

    private final VirtioDevice device;
    private final NetQueue queue;
    private final NetFrames frames;
    private final ActiveQueue receiving;
    private final NetworkStatistics statistics;
    private final NetBufferState @Entry [] states = new NetBufferState[NetQueue.MAX_BUFFERS];

    /** The frame that is taken next, where that is known. */
    private @Entry @Below("frames.count") int nextBuffer;

    private @Bytes @Delivered @Range(max = NetworkDevice.MAX_FRAME) int nextLength;

    /**
     * Gives the device all buffers.
     *
     * @param queue the receive queue, enabled
     * @param live the evidence that the device has been started
     */
    public NetReceiver(VirtioDevice device, NetQueue queue, LiveDevice live, NetworkStatistics statistics) {
        this.device = device;
        this.queue = queue;
        this.frames = queue.frames();
        this.receiving = new ActiveQueue(device, queue.queue(), live, QUEUE);
        this.statistics = statistics;
        this.nextBuffer = 0;
        this.nextLength = NONE;
        for (int buffer = 0; buffer < NetQueue.MAX_BUFFERS; buffer++) {
            states[buffer] = NetBufferState.FREE;
            if (buffer < frames.count()) {
                post(buffer);
            }
        }
        kick();
    }

    /**
     * Takes the oldest frame that has come in, in its buffer.
     *
     * @throws DriverException EAGAIN where there is none; as {@link #await}
     */
    public ReceivedFrame take() throws DriverException {
        @Delivered int length = nextFrame();
        int buffer = nextBuffer;
        count(length);
        states[buffer] = NetBufferState.LENT;
        return new ReceivedFrame(buffer, length, frames.buffers().at(buffer).frame().slice(0, length));
    }

    /** Takes a buffer back. The device learns of it with the next {@link #kick}, or when there is no frame to take. */
    public void giveBack(@Moves ReceivedFrame frame) {
        int buffer = frame.buffer();
        if (states[buffer] != NetBufferState.LENT) {
            Log.error("%s: receive buffer %d is given back by somebody who does not have it", device.name(), buffer);
            return;
        }
        post(buffer);
    }

    /**
     * Copies the oldest frame that has come in, and lets the device have its buffer at once.
     *
     * @return bytes of the frame
     * @throws DriverException EMSGSIZE where the array is shorter than the frame, which stays the next one; as {@link #take}
     */
    public @Bytes @Range(min = NetworkDevice.MIN_FRAME, max = NetworkDevice.MAX_FRAME) int receive(byte @Bytes [] data)
            throws DriverException {
        @Delivered int length = nextFrame();
        int buffer = nextBuffer;
        if (length > data.length) {
            throw new DriverException(Errno.EMSGSIZE);
        }
        frames.buffers().at(buffer).frame().copyTo(0, data, 0, length);
        count(length);
        post(buffer);
        kick();
        return length;
    }

    /**
     * Waits until there is a frame to take.
     *
     * @return whether there is one; false where the time is over
     * @throws DriverException ESHUTDOWN where the device was stopped; EPROTO where it broke the protocol, and was stopped for it,
     *     EIO where it did so before
     */
    public boolean await(@Milliseconds @U32 long milliseconds) throws DriverException {
        Deadline deadline = Deadline.afterMillis(milliseconds);
        lookForFrame();
        while (nextLength == NONE) {
            if (deadline.expired()) {
                return false;
            }
            device.waiting().pause(queue.queue(), QUEUE, deadline);
            lookForFrame();
        }
        return true;
    }

    /** Lets the device have the buffers that were given back. */
    public void kick() {
        receiving.kick();
    }

    /** The length of the frame that is next. */
    private @Bytes @Delivered @Range(min = NetworkDevice.MIN_FRAME, max = NetworkDevice.MAX_FRAME) int nextFrame(
            ) throws DriverException {
        lookForFrame();
        if (nextLength < NetworkDevice.MIN_FRAME) {
            throw new DriverException(Errno.EAGAIN);
        }
        return nextLength;
    }

    /**
     * Looks for a frame that can be taken, unless one is known already. Where there is none the device gets all buffers, so that it
     * never has to wait for a caller who waits for it.
     */
    private void lookForFrame() throws DriverException {
        if (device.isStopped()) {
            throw new DriverException(Errno.ESHUTDOWN);
        }
        // Bounded, so that a device that delivers rubbish faster than it is thrown away cannot keep the caller here.
        for (int looks = 0; looks < NetQueue.MAX_BUFFERS && nextLength == NONE; looks++) {
            UsedBuffer used = receiving.take();
            int buffer = used.head();
            if (buffer == UsedBuffer.NONE || buffer >= frames.count()) {
                kick();
                return;
            }
            nextBuffer = buffer;
            nextLength = usableLength(buffer, used.length());
            if (nextLength == NONE) {
                post(buffer);
            }
        }
    }

    /**
     * The length of the frame in a buffer.
     *
     * @param delivered bytes that the device has written, at most as many as it was given
     * @return {@link #NONE} where this is no frame that anybody could use
     */
    @Conforms("drv.net.rx.1")
    @Conforms("drv.net.rx.3")
    @Conforms("drv.net.rx.4")
    @Conforms("drv.net.rx.6")
    @Conforms("drv.net.rx.7")
    @Conforms("drv.net.rx.8")
    @Conforms("drv.net.rx.9")
    @Conforms("drv.net.rx.10")
    @Conforms("drv.net.rx.11")
    @Conforms("drv.net.rx.12")
    @Conforms("drv.net.rx.13")
    private @Bytes @Delivered @Range(max = NetworkDevice.MAX_FRAME) int usableLength(
            @Entry @Below("frames.count") int buffer, @Bytes @Delivered @U32 long delivered) {
        if (delivered < frames.headerSize() + NetworkDevice.MIN_FRAME
                || delivered > frames.headerSize() + NetworkDevice.MAX_FRAME) {
            statistics.droppedRunt();
            return NONE;
        }
        DmaBytes header = frames.buffers().at(buffer).header();
        int start = NetBuffer.HEADER_SIZE - frames.headerSize();
        if ((header.get(start + NetBuffer.FLAGS) & NetBuffer.NEEDS_CHECKSUM) != 0
                || header.get(start + NetBuffer.SEGMENTATION) != 0) {
            statistics.droppedUnusable();
            return NONE;
        }
        return (int) delivered - frames.headerSize();
    }

    /** The next frame gets to the caller. */
    private void count(@Bytes @Range(max = NetworkDevice.MAX_FRAME) int length) {
        nextLength = NONE;
        statistics.received(length);
    }

    /** Adds a buffer to the queue. */
    private void post(@Entry @Range(max = NetQueue.MAX_BUFFERS - 1) int buffer) {
        states[buffer] = NetBufferState.IN_FLIGHT;
        queue.offer(buffer, NetworkDevice.MAX_FRAME);
    }
}
