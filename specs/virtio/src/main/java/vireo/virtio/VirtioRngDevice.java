// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.AtMost;
import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Milliseconds;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.Text;
import vireo.dsl.U32;

/**
 * A virtio entropy device: one queue, to which the driver gives memory, and gets it back with random bytes in it. There are no features
 * and no configuration. VIRTIO 1.4, 5.4.
 */
@Linear
@Conforms("drv.entropy.op.1")
public final class VirtioRngDevice implements EntropyDevice {
    /** Bytes that the driver asks for at once, at most. */
    public static final @Bytes int MAX_REQUEST = 4096;

    /** How long a request may take, in milliseconds: entropy may have to be gathered first. */
    public static final @Milliseconds long REQUEST_MILLISECONDS = 5000;

    @SpecRow("virtio-1.4#entropy-queue/requestq")
    private static final @Queue int QUEUE = 0;
    private static final @Entry int BUFFERS = 1;
    private static final @Entry int BUFFER = 0;

    private final VirtioDevice device;
    private final BufferQueue queue;
    private final @Length("MAX_REQUEST") DmaBytes bytes;
    private final ActiveQueue requests;

    /**
     * Initialises the device and its queue. VIRTIO 1.4, 3.1.1.
     *
     * @param dma memory for this device only: it is quarantined where the device cannot be stopped
     * @param waiting how the driver waits for this device
     * @param name for the log, and for people
     * @throws DriverException as {@link VirtioDevice#negotiate}, {@link BufferQueue} and {@link BufferQueue#enable}
     */
    public VirtioRngDevice(Transport transport, DmaRegionProvider dma, WaitPolicy waiting, Text name)
            throws DriverException {
        this.device = new VirtioDevice(transport, dma, waiting, name);
        NegotiatedDevice negotiated = device.negotiate(0, 0, 1);
        try {
            this.queue = new BufferQueue(device, QUEUE, BUFFERS, MAX_REQUEST, 0, true);
            try {
                this.bytes = queue.memory().bytes(0, MAX_REQUEST);
                queue.enable();
            } catch (DriverException e) {
                queue.release();
                throw e;
            }
        } catch (DriverException e) {
            negotiated.abandon();
            throw e;
        }
        this.requests = new ActiveQueue(device, queue.queue(), negotiated.start(), QUEUE);
    }

    /** Stops the device and gives back all its memory. */
    @Moves
    public void release() {
        device.stop();
        queue.release();
    }

    @Override
    public Text name() {
        return device.name();
    }

    @Override
    public void fill(byte @Bytes [] data) throws DriverException {
        int filled = 0;
        while (filled < data.length) {
            @Delivered int got = request(data.length - filled);
            bytes.copyTo(0, data, filled, got);
            filled += got;
        }
    }

    /** Waits for some random bytes at the start of the buffer: at least one, perhaps fewer than wanted. */
    @Conforms("drv.entropy.op.2")
    private @Bytes @Delivered @Range(min = 1, max = MAX_REQUEST) @AtMost("wanted") int request(
            @Bytes @Range(min = 1) int wanted)
            throws DriverException {
        if (device.isStopped()) {
            throw new DriverException(Errno.ESHUTDOWN);
        }
        int length = wanted < MAX_REQUEST ? wanted : MAX_REQUEST;
        queue.offer(BUFFER, length);
        @Delivered @U32 long written = requests.await(REQUEST_MILLISECONDS).length();
        if (written < 1 || written > length) {
            Log.error("%s: device answers a request with %u bytes and is stopped", device.name(), written);
            device.stop();
            throw new DriverException(Errno.EPROTO);
        }
        return (int) written;
    }
}
