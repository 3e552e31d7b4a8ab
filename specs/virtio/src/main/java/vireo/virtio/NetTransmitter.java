// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.Discardable;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Milliseconds;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/**
 * What a network card sends. VIRTIO 1.4, 5.1.6.2.
 *
 * <p>Nobody ever writes to a frame's header: it is what the memory was allocated with, zeros, and says that there is nothing to do but
 * to send.
 */
@Conforms("drv.net.tx.2")
@Conforms("drv.net.tx.3")
@Conforms("drv.net.tx.9")
@Conforms("drv.net.tx.11")
@Conforms("drv.net.tx.13")
@Conforms("drv.net.tx.15")
@Conforms("drv.net.tx.19")
@Conforms("drv.net.tx.24")
@Conforms("drv.net.tx.26")
@Conforms("drv.net.tx.27")
@Conforms("drv.net.tx.28")
@Conforms("drv.net.tx.33")
@Conforms("drv.net.tx.44")
@Conforms("drv.net.tx.45")
@Conforms("drv.net.tx.47")
@Conforms("drv.net.tx.48")
public final class NetTransmitter {
    /** The queue's number. */
    @SpecRow("virtio-1.4#net-queue/transmitq1")
    public static final @Queue int QUEUE = 1;

    /** How long the device may take to send a frame, in milliseconds. */
    public static final @Milliseconds @U32 long SEND_MILLISECONDS = 5000;

    /** Ends the list of free buffers. */
    private static final @Entry int NO_BUFFER = NetQueue.MAX_BUFFERS;

    private final VirtioDevice device;
    private final NetQueue queue;
    private final NetFrames frames;
    private final ActiveQueue sending;
    private final NetworkStatistics statistics;
    private final NetBufferState @Entry [] states = new NetBufferState[NetQueue.MAX_BUFFERS];
    private final @Entry @Range(max = NO_BUFFER) int @Entry [] nextFree = new int[NetQueue.MAX_BUFFERS];
    private final @Bytes @Range(max = NetworkDevice.MAX_FRAME) int @Entry [] lengths = new int[NetQueue.MAX_BUFFERS];
    private @Entry @Range(max = NO_BUFFER) int firstFree;
    private @Entry @U16 int inFlight;

    /**
     * Sends nothing yet.
     *
     * @param queue the transmit queue, enabled
     * @param live the evidence that the device has been started
     */
    public NetTransmitter(VirtioDevice device, NetQueue queue, LiveDevice live, NetworkStatistics statistics) {
        this.device = device;
        this.queue = queue;
        this.frames = queue.frames();
        this.sending = new ActiveQueue(device, queue.queue(), live, QUEUE);
        this.statistics = statistics;
        this.inFlight = 0;
        this.firstFree = NO_BUFFER;
        for (int buffer = 0; buffer < NetQueue.MAX_BUFFERS; buffer++) {
            states[buffer] = NetBufferState.FREE;
            if (buffer < frames.count()) {
                free(buffer);
            }
        }
    }

    /**
     * Room for a frame. What the device has sent is used again where nothing else is left.
     *
     * @throws DriverException ENOBUFS where all buffers are in use; as {@link #complete}
     */
    public TransmitFrame acquire() throws DriverException {
        refuseStopped();
        if (firstFree == NO_BUFFER) {
            complete();
        }
        int buffer = firstFree;
        if (buffer >= frames.count()) {
            throw new DriverException(Errno.ENOBUFS);
        }
        firstFree = nextFree[buffer];
        states[buffer] = NetBufferState.LENT;
        return new TransmitFrame(buffer, frames.buffers().at(buffer).frame());
    }

    /** Takes a frame back that was not handed over. */
    public void abandon(@Moves TransmitFrame frame) {
        int buffer = frame.buffer();
        if (states[buffer] != NetBufferState.LENT) {
            Log.error("%s: transmit buffer %d is given up by somebody who does not have it", device.name(), buffer);
            return;
        }
        free(buffer);
    }

    /**
     * Adds a frame to the queue. The device learns of it with the next {@link #kick}.
     *
     * @param length bytes of the frame
     * @throws DriverException EINVAL where it is shorter than its header, or the caller does not have the buffer; EMSGSIZE where it is
     *     too long; ESHUTDOWN where the device was stopped
     */
    public void submit(@Moves TransmitFrame frame, @Bytes @Range int length) throws DriverException {
        add(frame.buffer(), length);
    }

    /** Lets the device know of all frames that were added. */
    public void kick() {
        sending.kick();
    }

    /**
     * Takes note of what the device has sent.
     *
     * @return how many frames
     * @throws DriverException EPROTO where the device broke the protocol, and was stopped for it, EIO where it did so before;
     *     ESHUTDOWN where it was stopped before
     */
    @Discardable
    public @Entry @Range(max = NetQueue.MAX_BUFFERS) int complete() throws DriverException {
        refuseStopped();
        int sent = 0;
        while (sent < NetQueue.MAX_BUFFERS && finish(sending.take())) {
            sent++;
        }
        return sent;
    }

    /**
     * Waits until the device has sent everything.
     *
     * @throws DriverException ETIMEDOUT where it sends nothing for {@link #SEND_MILLISECONDS}, and was stopped; as {@link #complete}
     */
    public void drain() throws DriverException {
        refuseStopped();
        for (int sent = 0; sent < NetQueue.MAX_BUFFERS && inFlight != 0; sent++) {
            awaitOne();
        }
    }

    /**
     * Waits for room, where all buffers are with the device.
     *
     * @throws DriverException as {@link #drain}
     */
    public void awaitRoom() throws DriverException {
        if (firstFree == NO_BUFFER && inFlight != 0) {
            awaitOne();
        }
    }

    /**
     * Adds a frame to the queue, and waits until the device has sent it. Whatever fails, the frame stays with the caller: a device
     * that has not sent it was stopped.
     *
     * @param length bytes of the frame
     * @throws DriverException as {@link #submit} and {@link #drain}
     */
    public void transmit(@Moves TransmitFrame frame, @Bytes @Range int length) throws DriverException {
        int buffer = frame.buffer();
        add(buffer, length);
        kick();
        try {
            for (int sent = 0; sent < NetQueue.MAX_BUFFERS && states[buffer] == NetBufferState.IN_FLIGHT; sent++) {
                awaitOne();
            }
        } catch (DriverException e) {
            states[buffer] = NetBufferState.LENT;
            throw e;
        }
    }

    private void add(
            @Entry @Range(max = NetQueue.MAX_BUFFERS - 1) int buffer, @Bytes @Range int length) throws DriverException {
        if (length < NetworkDevice.MIN_FRAME || states[buffer] != NetBufferState.LENT) {
            throw new DriverException(Errno.EINVAL);
        }
        if (length > NetworkDevice.MAX_FRAME) {
            throw new DriverException(Errno.EMSGSIZE);
        }
        refuseStopped();
        states[buffer] = NetBufferState.IN_FLIGHT;
        lengths[buffer] = length;
        // Never wraps: there are not that many buffers.
        inFlight = Uint16.wrappingAdd(inFlight, 1);
        queue.offer(buffer, length);
    }

    /** Waits for one frame, whichever is sent first. Only a device that is not done yet is worth a look at the clock. */
    private void awaitOne() throws DriverException {
        if (!finish(sending.take())) {
            finish(sending.await(SEND_MILLISECONDS));
        }
    }

    /** Makes a buffer that came back free again. Returns whether one did. */
    @Discardable
    private boolean finish(UsedBuffer used) {
        int buffer = used.head();
        if (buffer == UsedBuffer.NONE || buffer >= frames.count()) {
            return false;
        }
        statistics.sent(lengths[buffer]);
        inFlight = Uint16.wrappingSub(inFlight, 1);
        free(buffer);
        return true;
    }

    private void free(@Entry @Range(max = NetQueue.MAX_BUFFERS - 1) int buffer) {
        states[buffer] = NetBufferState.FREE;
        nextFree[buffer] = firstFree;
        firstFree = buffer;
    }

    private void refuseStopped() throws DriverException {
        if (device.isStopped()) {
            throw new DriverException(Errno.ESHUTDOWN);
        }
    }
}
