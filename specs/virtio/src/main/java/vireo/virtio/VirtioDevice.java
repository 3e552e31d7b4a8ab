// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitMask;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.Text;
import vireo.dsl.U16;
import vireo.dsl.U64;

/** What the drivers of all types of device share: the way to the device, its memory, its name, and its end. */
public final class VirtioDevice {
    private final Transport transport;
    private final DmaRegionProvider dma;
    private final WaitPolicy waiting;
    private final Text name;
    private boolean stopped;

    /** The device has said that its configuration changed, and nobody has managed to look since. */
    private boolean stale;

    /**
     * A device that nothing was said to yet.
     *
     * @param dma memory for this device only: it is quarantined where the device cannot be stopped
     * @param waiting how the driver waits for this device
     * @param name for the log, and for people
     */
    public VirtioDevice(Transport transport, DmaRegionProvider dma, WaitPolicy waiting, Text name) {
        this.transport = transport;
        this.dma = dma;
        this.waiting = waiting;
        this.name = name;
        this.stopped = false;
        // A change before DRIVER_OK is announced by nobody: the first question is answered by a look.
        this.stale = true;
    }

    /** The way to the device. */
    public Transport transport() {
        return transport;
    }

    /** The device's memory. */
    public DmaRegionProvider dma() {
        return dma;
    }

    /** How the driver waits for the device. */
    public WaitPolicy waiting() {
        return waiting;
    }

    /** For the log, and for people. */
    public Text name() {
        return name;
    }

    /** Whether the device was stopped, for good. */
    public boolean isStopped() {
        return stopped;
    }

    /** Whether the configuration may be another than the driver knows: until {@link #caughtUp}. */
    public boolean isConfigurationStale() {
        if (waiting.mayHaveChanged()) {
            stale = true;
        }
        return stale;
    }

    /** Notes that the configuration was read after {@link #isConfigurationStale} was asked. */
    public void caughtUp() {
        stale = false;
    }

    /**
     * Walks the device from wherever it is to agreed features, and connects its interrupts. Where that fails, the device has been
     * told.
     *
     * @param implemented the features that the driver implements
     * @param required those of them that it cannot do without
     * @param queues how many queues the driver uses, from queue 0
     * @throws DriverException ETIMEDOUT where the device does not reset; EOPNOTSUPP where there is no agreement; as
     *     {@link WaitPolicy#connect}
     */
    public NegotiatedDevice negotiate(
            @BitMask @U64 long implemented,
            @BitMask @U64 long required,
            @Queue @Range(min = 1, max = Transport.MAX_QUEUES) int queues)
            throws DriverException {
        NegotiatedDevice negotiated = NegotiatedDevice.negotiate(transport, implemented, required);
        try {
            waiting.connect(queues);
        } catch (DriverException e) {
            negotiated.abandon();
            throw e;
        }
        return negotiated;
    }

    /**
     * The size to give to a queue: the largest power of two that device and driver allow.
     *
     * @param least descriptors that the driver needs, a power of two
     * @param most descriptors that the driver has a use for, a power of two
     * @throws DriverException EOPNOTSUPP where the device has no such queue, or no room in it
     */
    public @Entry @Range(min = 1, max = VirtQueue.MAX_SIZE) int queueSize(
            @Queue @Range(max = Transport.MAX_QUEUES - 1) int index,
            @Entry @Range(min = 1, max = VirtQueue.MAX_SIZE) int least,
            @Entry @Range(min = 1, max = VirtQueue.MAX_SIZE) int most)
            throws DriverException {
        @U16 int offered = transport.maxQueueSize(index);
        if (transport.hasFixedQueueSizes()) {
            if (offered >= least && offered <= VirtQueue.MAX_SIZE) {
                return offered;
            }
        } else {
            for (int size = most; size >= least; size /= 2) {
                if (size <= offered) {
                    return size;
                }
            }
        }
        Log.error("%s: queue %d has %u descriptors; the driver supports %d to %d",
                name, index, offered, least, VirtQueue.MAX_SIZE);
        throw new DriverException(Errno.EOPNOTSUPP);
    }

    /**
     * Tells the device where a queue lies, and enables it. Where that fails, the device is stopped: it may know of this queue, and of
     * those before.
     *
     * @throws DriverException as {@link Transport#enableQueue} does
     */
    public void enable(
            @Queue @Range(max = Transport.MAX_QUEUES - 1) int index, VirtQueue queue) throws DriverException {
        try {
            transport.enableQueue(
                    index, queue.size(), queue.descriptorArea(), queue.driverArea(), queue.deviceArea());
        } catch (DriverException e) {
            stop();
            throw e;
        }
    }

    /** Stops a device that broke the protocol: nothing that it says is believed any more. */
    public void giveUp() {
        if (!stopped) {
            Log.error("%s: device broke the protocol and is stopped", name);
            stop();
        }
    }

    /** Ends the device's use of memory, for good. What it has not given back is lost. */
    @Conforms("drv.basic.cleanup.2")
    public void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            transport.reset();
        } catch (DriverException e) {
            Log.error("%s: cannot be stopped (%s), its memory is not used again", name, e.errno());
            dma.quarantine();
        }
    }
}
