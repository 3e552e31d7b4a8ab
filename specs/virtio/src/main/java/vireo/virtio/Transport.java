// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitMask;
import vireo.dsl.DriverException;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.U8;
import vireo.dsl.Window;

/** How a driver reaches a device, whatever bus it sits on. VIRTIO 1.4, 4. */
public interface Transport {
    /** Queues that a transport keeps a doorbell for. */
    int MAX_QUEUES = 8;

    /** The device status field: bits of {@link DeviceStatus}. */
    @BitMask @U8 int status();

    /** Sets bits of the device status field; those that are set stay set. VIRTIO 1.4, 2.1.1. */
    void addStatus(@BitMask @U8 int bits);

    /**
     * Resets the device and waits until it says that it has. From then on it touches no memory.
     *
     * @throws DriverException ETIMEDOUT where the device does not confirm: it may go on using its queues
     */
    void reset() throws DriverException;

    /** The features that the device offers, bits 0 to 63. */
    @BitMask @U64 long offeredFeatures();

    /** Tells the device which features the driver uses. */
    void acceptFeatures(@BitMask @U64 long features);

    /** A counter that changes with every change of the device configuration. VIRTIO 1.4, 2.5. */
    @U32 long configGeneration();

    /**
     * Maps the first bytes of the device configuration.
     *
     * @param length bytes, at least 1
     * @throws DriverException ENXIO where the device has fewer; EINVAL, ENOMEM where they cannot be mapped
     */
    Window mapConfig(@Range(min = 1, max = 4096) int length) throws DriverException;

    /** Ends a mapping of the device configuration. */
    void unmapConfig(@Moves Window config);

    /** The largest size that the device supports for a queue; 0 where it has no such queue. */
    @U16 int maxQueueSize(@Range(max = MAX_QUEUES - 1) int queue);

    /**
     * Tells the device where a queue lies, and enables it. Either the queue is enabled or an exception says why not.
     *
     * @param size descriptors, a power of two
     * @param descriptorArea physical address of the descriptor table
     * @param driverArea physical address of the available ring
     * @param deviceArea physical address of the used ring
     * @throws DriverException EINVAL where the device does not support that size; ERANGE, EINVAL where it places the queue's
     *     doorbell outside its registers
     */
    void enableQueue(
            @Range(max = MAX_QUEUES - 1) int queue,
            @Range(min = 1, max = 32768) int size,
            @U64 long descriptorArea,
            @U64 long driverArea,
            @U64 long deviceArea)
            throws DriverException;

    /** Tells the device that a queue has new buffers: one access, to an address computed when the queue was enabled. */
    void notifyQueue(@Range(max = MAX_QUEUES - 1) int queue);

    /** Reads why the device interrupted, which also ends that interrupt. Bits of {@link IsrStatus}. */
    @BitMask @U8 int acknowledgeInterrupt();

    /** Ends all mappings and takes the device off the bus's memory. Reset the device first. */
    void release();
}
