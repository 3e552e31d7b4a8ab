// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.AtMost;
import vireo.dsl.BitMask;
import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.Linear;
import vireo.dsl.Milliseconds;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.Text;
import vireo.dsl.U32;
import vireo.dsl.U64;

/**
 * A virtio console with one port: a queue for what comes in, and a queue for what goes out. VIRTIO 1.4, 5.3.
 *
 * <p>Of the features it knows the size of the screen; it leaves several ports and the emergency write off.
 */
@Linear
@Conforms("drv.console.op.1")
@Conforms("drv.console.op.2")
@Conforms("drv.console.legacy.1")
public final class VirtioConsoleDevice implements ConsoleDevice {
    /** Bytes that the driver writes at once, at most. */
    public static final @Bytes int MAX_WRITE = 4096;

    /** How long the device may take to write, in milliseconds. */
    public static final @Milliseconds long WRITE_MILLISECONDS = 5000;

    @SpecRow("virtio-1.4#console-queue/receiveq_port0")
    private static final @Queue int RECEIVE_QUEUE = 0;
    @SpecRow("virtio-1.4#console-queue/transmitq_port0")
    private static final @Queue int TRANSMIT_QUEUE = 1;
    @SpecRow("virtio-1.4#console-queue/queues_of_port0")
    private static final @Queue int QUEUES = 2;
    private static final @Entry int TRANSMIT_BUFFER = 0;
    private static final @BitMask @U64 long FEATURES = 1L << ConsoleFeature.SIZE;

    private final VirtioDevice device;
    private final boolean hasSize;
    private final ConsoleInput input;
    private final BufferQueue transmitQueue;
    private final @Length("MAX_WRITE") DmaBytes transmitted;
    private final ActiveQueue receives;
    private final ActiveQueue transmits;
    private ConsoleSize size;

    /**
     * Initialises the device and its queues. VIRTIO 1.4, 3.1.1 and 5.3.5.
     *
     * @param dma memory for this device only: it is quarantined where the device cannot be stopped
     * @param waiting how the driver waits for this device
     * @param name for the log, and for people
     * @throws DriverException as {@link VirtioDevice#negotiate}, {@link ConsoleSize#read}, {@link BufferQueue} and
     *     {@link BufferQueue#enable}
     */
    public VirtioConsoleDevice(Transport transport, DmaRegionProvider dma, WaitPolicy waiting, Text name)
            throws DriverException {
        this.device = new VirtioDevice(transport, dma, waiting, name);
        NegotiatedDevice negotiated = device.negotiate(FEATURES, 0, QUEUES);
        try {
            this.hasSize = negotiated.has(ConsoleFeature.SIZE);
            this.size = ConsoleSize.read(transport, hasSize);
            this.input = new ConsoleInput(device, RECEIVE_QUEUE);
            try {
                this.transmitQueue = new BufferQueue(device, TRANSMIT_QUEUE, 1, MAX_WRITE, 0, false);
                try {
                    this.transmitted = transmitQueue.memory().bytes(0, MAX_WRITE);
                    input.enable();
                    transmitQueue.enable();
                } catch (DriverException e) {
                    transmitQueue.release();
                    throw e;
                }
            } catch (DriverException e) {
                input.release();
                throw e;
            }
        } catch (DriverException e) {
            negotiated.abandon();
            throw e;
        }
        LiveDevice live = negotiated.start();
        this.receives = new ActiveQueue(device, input.queue(), live, RECEIVE_QUEUE);
        this.transmits = new ActiveQueue(device, transmitQueue.queue(), live, TRANSMIT_QUEUE);
        receives.kick();
    }

    /** Stops the device and gives back all its memory. */
    @Moves
    public void release() {
        device.stop();
        transmitQueue.release();
        input.release();
    }

    @Override
    public Text name() {
        return device.name();
    }

    @Override
    public ConsoleSize size() {
        return size;
    }

    @Override
    public boolean refresh() throws DriverException {
        if (!device.isConfigurationStale()) {
            return false;
        }
        ConsoleSize now = ConsoleSize.read(device.transport(), hasSize);
        device.caughtUp();
        boolean changed = now.columns() != size.columns() || now.rows() != size.rows();
        size = now;
        return changed;
    }

    @Override
    @Conforms("drv.console.legacy.3")
    public void write(byte @Bytes [] data, @Bytes @AtMost("data.length") int length) throws DriverException {
        int done = 0;
        while (done < length) {
            refuseStopped();
            int chunk = length - done < MAX_WRITE ? length - done : MAX_WRITE;
            transmitted.copyFrom(0, data, done, chunk);
            transmitQueue.offer(TRANSMIT_BUFFER, chunk);
            if (transmits.await(WRITE_MILLISECONDS).head() != TRANSMIT_BUFFER) {
                throw new DriverException(Errno.EPROTO);
            }
            done += chunk;
        }
    }

    @Override
    public @Bytes @AtMost("data.length") int read(byte @Bytes [] data) throws DriverException {
        refuseStopped();
        int done = input.read(data, 0);
        for (int taken = 0; taken < ConsoleInput.BUFFERS && done < data.length; taken++) {
            UsedBuffer used = receives.take();
            int buffer = used.head();
            if (buffer == UsedBuffer.NONE) {
                break;
            }
            input.accept(buffer, used.length());
            done = input.read(data, done);
        }
        receives.kick();
        return done;
    }

    @Override
    public boolean awaitInput(@Milliseconds @U32 long milliseconds) throws DriverException {
        refuseStopped();
        return input.hasUnread() || receives.waitUntilUsed(milliseconds);
    }

    private void refuseStopped() throws DriverException {
        if (device.isStopped()) {
            throw new DriverException(Errno.ESHUTDOWN);
        }
    }
}
