// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.AcceptsFeatures;
import vireo.dsl.BitMask;
import vireo.dsl.Bytes;
import vireo.dsl.DeviceAddress;
import vireo.dsl.DeviceSays;
import vireo.dsl.DriverException;
import vireo.dsl.InterruptNumber;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.NeedsStage;
import vireo.dsl.OffersFeatures;
import vireo.dsl.Quiesces;
import vireo.dsl.Range;
import vireo.dsl.TellsDevice;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.U8;
import vireo.dsl.Vector;
import vireo.dsl.Waives;
import vireo.dsl.Window;

/**
 * How a driver reaches a device, whatever bus it sits on. VIRTIO 1.4, 4.
 *
 * <p>A transport lives on the kernel's heap and belongs to the device that was made with it.
 */
@Linear
public interface Transport {
    /** Queues that a transport keeps a doorbell for. */
    @Queue int MAX_QUEUES = 8;

    /** Interrupt vectors that a driver can use: one a queue, and one for the configuration. */
    @Vector int MAX_VECTORS = MAX_QUEUES + 1;

    /**
     * Whether the device is reached by the interface from before version 1.0: it does not confirm features, has 32 of them, keeps
     * its queues in pages and in the processor's byte order, and does not count changes of its configuration.
     */
    @Waives(DeviceStatus.FEATURES_OK)
    boolean isLegacy();

    /** The device status field: bits of {@link DeviceStatus}. */
    @DeviceSays
    @BitMask @U8 int status();

    /** Sets bits of the device status field; those that are set stay set. VIRTIO 1.4, 2.1.1. */
    @TellsDevice
    void addStatus(@BitMask @U8 int bits);

    /**
     * Resets the device and waits until it says that it has. From then on it touches no memory.
     *
     * @throws DriverException ETIMEDOUT where the device does not confirm: it may go on using its queues
     */
    @Quiesces(confirmed = true)
    void reset() throws DriverException;

    /** The features that the device offers, bits 0 to 63; of a legacy device bits 0 to 31. */
    @OffersFeatures
    @BitMask @U64 long offeredFeatures();

    /** Tells the device which features the driver uses. */
    @AcceptsFeatures
    void acceptFeatures(@BitMask @U64 long features);

    /** A counter that changes with every change of the device configuration. VIRTIO 1.4, 2.5. 0 for ever on a legacy device. */
    @Generation @U32 long configGeneration();

    /**
     * Maps the first bytes of the device configuration.
     *
     * @param length bytes, at least 1
     * @throws DriverException ENXIO where the device has fewer; EOVERFLOW, ERANGE where they leave the address space or what the
     *     device answers to; EINVAL, ENOMEM, EOPNOTSUPP where they cannot be mapped
     */
    Window mapConfig(@Bytes @Range(min = 1, max = 4096) int length) throws DriverException;

    /** Ends a mapping of the device configuration. */
    void unmapConfig(@Moves Window config);

    /** The largest size that the device supports for a queue; 0 where it has no such queue. */
    @Entry @U16 int maxQueueSize(@Queue @Range(max = MAX_QUEUES - 1) int queue);

    /** Whether a queue has exactly the largest size, so that the driver has no choice: legacy devices on PCI. */
    boolean hasFixedQueueSizes();

    /**
     * Tells the device where a queue lies, and enables it. Either the queue is enabled or an exception says why not.
     *
     * @param size descriptors, a power of two
     * @param descriptorArea physical address of the descriptor table
     * @param driverArea physical address of the available ring
     * @param deviceArea physical address of the used ring
     * @throws DriverException EINVAL where the device does not support that size; ERANGE, EINVAL where it places the queue's
     *     doorbell outside its registers; ERANGE where the queue lies beyond what a legacy device reaches; EBUSY where the queue is
     *     enabled already; EIO where the device does not take it
     */
    void enableQueue(
            @Queue @Range(max = MAX_QUEUES - 1) int queue,
            @Entry @Range(min = 1, max = 32768) int size,
            @DeviceAddress @U64 long descriptorArea,
            @DeviceAddress @U64 long driverArea,
            @DeviceAddress @U64 long deviceArea)
            throws DriverException;

    /** Tells the device that a queue has new buffers: one access, to an address computed when the queue was enabled. */
    @NeedsStage(LiveDevice.class)
    void notifyQueue(@Queue @Range(max = MAX_QUEUES - 1) int queue);

    /**
     * Gives the device interrupt vectors, between its reset and the first {@link #enableQueue}.
     *
     * @return how many there are; 0 where the device has one interrupt line for everything, whose reasons
     *     {@link #acknowledgeInterrupt} tells
     */
    @Vector @Range(max = MAX_VECTORS) int enableVectors(@Vector @Range(min = 1, max = MAX_VECTORS) int wanted);

    /** Takes the vectors, or the line, away from the device. */
    void disableVectors();

    /**
     * The kernel's number of an interrupt.
     *
     * @param vector one of those enabled; 0 for the line
     * @throws DriverException ENXIO, EINVAL where there is no such interrupt
     */
    @InterruptNumber @U32 long interruptNumber(@Vector @Range(max = MAX_VECTORS - 1) int vector) throws DriverException;

    /** Lets changes of the configuration use a vector. Returns whether the device has room for that. VIRTIO 1.4, 4.1.5.1.2. */
    boolean assignConfigVector(@Vector @Range(max = MAX_VECTORS - 1) int vector);

    /** Lets a queue use a vector. Returns whether the device has room for that. VIRTIO 1.4, 4.1.5.1.2. */
    boolean assignQueueVector(
            @Queue @Range(max = MAX_QUEUES - 1) int queue, @Vector @Range(max = MAX_VECTORS - 1) int vector);

    /** Reads why the device interrupted by its line, which also ends that interrupt. Bits of {@link IsrStatus}. */
    @BitMask @U8 int acknowledgeInterrupt();

    /** Ends all mappings and takes the device off the bus's memory. Reset the device first. */
    @Moves
    void release();
}
