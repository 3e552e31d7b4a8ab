// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitMask;
import vireo.dsl.Boxed;
import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.DeviceAddress;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.InterruptNumber;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.U8;
import vireo.dsl.Uint16;
import vireo.dsl.Uint64;
import vireo.dsl.Vector;
import vireo.dsl.Window;

/** A virtio device in memory, by its legacy interface: version 1. VIRTIO 1.4, 4.2.4. */
@Conforms("drv.basic.feat-legacy.2")
@Linear
@Boxed
public final class VirtioLegacyMmioTransport implements Transport {
    private final MmioPlace place;
    private final PhysMapper mapper;
    private final Window window;
    private final LegacyMmioRegisters registers;

    /**
     * Maps the registers of a device whose {@link MmioIdentity} has this version.
     *
     * @throws DriverException EOPNOTSUPP on a big-endian processor; EINVAL, ENOMEM where registers cannot be mapped
     */
    public VirtioLegacyMmioTransport(MmioPlace place, PhysMapper mapper) throws DriverException {
        this.place = place;
        this.mapper = mapper;
        LegacyByteOrder.requireLittleEndian();
        this.window = place.mapRegisters(mapper);
        try {
            this.registers = window.bind(LegacyMmioRegisters.class, 0);
        } catch (DriverException e) {
            mapper.unmap(window);
            throw e;
        }
    }

    @Override
    @Moves
    public void release() {
        mapper.unmap(window);
    }

    @Override
    public boolean isLegacy() {
        return true;
    }

    @Override
    public @BitMask @U8 int status() {
        return (int) (registers.status().read() & 0xFF);
    }

    @Override
    public void addStatus(@BitMask @U8 int bits) {
        registers.status().write(registers.status().read() | bits);
    }

    @Override
    public void reset() throws DriverException {
        registers.status().write(0);
        ResetConfirmation.await(this);
        // Before any queue: the unit in which queues are placed.
        registers.guestPageSize().write(LegacyQueuePages.PAGE);
    }

    @Override
    public @BitMask @U64 long offeredFeatures() {
        registers.hostFeaturesSel().write(0);
        return registers.hostFeatures().read();
    }

    @Override
    public void acceptFeatures(@BitMask @U64 long features) {
        registers.guestFeaturesSel().write(0);
        registers.guestFeatures().write(Uint64.low32(features));
    }

    @Override
    public @Generation @U32 long configGeneration() {
        return 0;
    }

    @Override
    public Window mapConfig(@Bytes @Range(min = 1, max = 4096) int length) throws DriverException {
        return place.mapConfig(mapper, length);
    }

    @Override
    public void unmapConfig(@Moves Window config) {
        mapper.unmap(config);
    }

    @Override
    public @Entry @U16 int maxQueueSize(@Queue @Range(max = MAX_QUEUES - 1) int queue) {
        registers.queueSel().write(queue);
        @U32 long size = registers.queueNumMax().read();
        return size < Uint16.MAX ? (int) size : Uint16.MAX;
    }

    @Override
    public boolean hasFixedQueueSizes() {
        return false;
    }

    @Override
    public void enableQueue(
            @Queue @Range(max = MAX_QUEUES - 1) int queue,
            @Entry @Range(min = 1, max = 32768) int size,
            @DeviceAddress @U64 long descriptorArea,
            @DeviceAddress @U64 long driverArea,
            @DeviceAddress @U64 long deviceArea)
            throws DriverException {
        @U32 long page = LegacyQueuePages.numberOf(size, descriptorArea, driverArea, deviceArea);
        registers.queueSel().write(queue);
        if (registers.queuePfn().read() != 0) {
            Log.error("queue %d is in use already", queue);
            throw new DriverException(Errno.EBUSY);
        }
        if (size > registers.queueNumMax().read()) {
            throw new DriverException(Errno.EINVAL);
        }
        registers.queueNum().write(size);
        registers.queueAlign().write(LegacyQueuePages.PAGE);
        registers.queuePfn().write(page);
        if (registers.queuePfn().read() != page) {
            Log.error("device does not take queue %d of %d descriptors at page 0x%x", queue, size, page);
            throw new DriverException(Errno.EIO);
        }
    }

    @Override
    public void notifyQueue(@Queue @Range(max = MAX_QUEUES - 1) int queue) {
        registers.queueNotify().write(queue);
    }

    @Override
    public @Vector @Range(max = MAX_VECTORS) int enableVectors(@Vector @Range(min = 1, max = MAX_VECTORS) int wanted) {
        return 0;
    }

    @Override
    public void disableVectors() {
        // The line is the kernel's to close: the device has no switch for it.
    }

    @Override
    public @InterruptNumber @U32 long interruptNumber(
            @Vector @Range(max = MAX_VECTORS - 1) int vector) throws DriverException {
        return place.interruptNumber(vector);
    }

    @Override
    public boolean assignConfigVector(@Vector @Range(max = MAX_VECTORS - 1) int vector) {
        return false;
    }

    @Override
    public boolean assignQueueVector(
            @Queue @Range(max = MAX_QUEUES - 1) int queue, @Vector @Range(max = MAX_VECTORS - 1) int vector) {
        return false;
    }

    @Override
    public @BitMask @U8 int acknowledgeInterrupt() {
        @BitMask @U32 long reasons = registers.interruptStatus().read() & IsrStatus.ALL;
        if (reasons != 0) {
            registers.interruptAck().write(reasons);
        }
        return (int) reasons;
    }
}
