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

/** A virtio device in memory, by its modern interface: version 2. VIRTIO 1.4, 4.2. */
@Conforms("drv.basic.conf.2")
@Conforms("drv.mmio.init.6")
@Linear
@Boxed
public final class VirtioMmioTransport implements Transport {
    private final MmioPlace place;
    private final PhysMapper mapper;
    private final Window window;
    private final MmioRegisters registers;

    /**
     * Maps the registers of a device whose {@link MmioIdentity} has this version.
     *
     * @throws DriverException EINVAL, ENOMEM where they cannot be mapped
     */
    public VirtioMmioTransport(MmioPlace place, PhysMapper mapper) throws DriverException {
        this.place = place;
        this.mapper = mapper;
        this.window = place.mapRegisters(mapper);
        try {
            this.registers = window.bind(MmioRegisters.class, 0);
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
        return false;
    }

    @Override
    public @BitMask @U8 int status() {
        return (int) (registers.status().read() & 0xFF);
    }

    @Override
    @Conforms("drv.basic.status.2")
    public void addStatus(@BitMask @U8 int bits) {
        registers.status().write(registers.status().read() | bits);
    }

    @Override
    public void reset() throws DriverException {
        registers.status().write(0);
        ResetConfirmation.await(this);
    }

    @Override
    @Conforms("drv.mmio.regs.14")
    public @BitMask @U64 long offeredFeatures() {
        registers.deviceFeaturesSel().write(0);
        @BitMask @U32 long low = registers.deviceFeatures().read();
        registers.deviceFeaturesSel().write(1);
        @BitMask @U32 long high = registers.deviceFeatures().read();
        return Uint64.fromHalves(high, low);
    }

    @Override
    @Conforms("drv.mmio.regs.15")
    public void acceptFeatures(@BitMask @U64 long features) {
        registers.driverFeaturesSel().write(0);
        registers.driverFeatures().write(Uint64.low32(features));
        registers.driverFeaturesSel().write(1);
        registers.driverFeatures().write(Uint64.high32(features));
    }

    @Override
    public @Generation @U32 long configGeneration() {
        return registers.configGeneration().read();
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
        @U32 long size = registers.queueSizeMax().read();
        return size < Uint16.MAX ? (int) size : Uint16.MAX;
    }

    @Override
    public boolean hasFixedQueueSizes() {
        return false;
    }

    @Override
    @Conforms("drv.mmio.regs.16")
    @Conforms("drv.mmio.regs.17")
    public void enableQueue(
            @Queue @Range(max = MAX_QUEUES - 1) int queue,
            @Entry @Range(min = 1, max = 32768) int size,
            @DeviceAddress @U64 long descriptorArea,
            @DeviceAddress @U64 long driverArea,
            @DeviceAddress @U64 long deviceArea)
            throws DriverException {
        registers.queueSel().write(queue);
        if (registers.queueReady().read() != 0) {
            Log.error("queue %d is in use already", queue);
            throw new DriverException(Errno.EBUSY);
        }
        if (size > registers.queueSizeMax().read()) {
            throw new DriverException(Errno.EINVAL);
        }
        registers.queueSize().write(size);
        registers.queueDesc().write(descriptorArea);
        registers.queueDriver().write(driverArea);
        registers.queueDevice().write(deviceArea);
        registers.queueReady().write(1);
        if (registers.queueReady().read() != 1) {
            Log.error("device does not take queue %d of %d descriptors", queue, size);
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
    @Conforms("drv.mmio.irq.1")
    @Conforms("drv.mmio.irq.3")
    @Conforms("drv.mmio.regs.20")
    @Conforms("drv.mmio.regs.21")
    public @BitMask @U8 int acknowledgeInterrupt() {
        @BitMask @U32 long reasons = registers.interruptStatus().read() & IsrStatus.ALL;
        if (reasons != 0) {
            registers.interruptAck().write(reasons);
        }
        return (int) reasons;
    }
}
