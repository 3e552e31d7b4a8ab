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
import vireo.dsl.Uint64;
import vireo.dsl.Vector;
import vireo.dsl.Window;

/**
 * A virtio device on a PCI bus, by the interface from before version 1.0. VIRTIO 1.4, 4.1.4.10 and 4.1.5.1.3.1.
 *
 * <p>Its registers are I/O ports; a BAR in memory is taken too. The device configuration changes its place when vectors are enabled
 * or disabled: a mapping of it does not outlast that.
 */
@Conforms("drv.basic.conf.4")
@Conforms("drv.basic.conf.5")
@Conforms("drv.basic.feat-legacy.2")
@Conforms("drv.pci.detect.2")
@Linear
@Boxed
public final class VirtioLegacyPciTransport implements Transport {
    private final PciFunction function;
    private final PhysMapper mapper;
    private final @U16 int firmwareCommand;
    private final PciBar bar;
    private final Window window;
    private final LegacyPciRegisters registers;
    private final PciInterrupts interrupts;

    /** The queues that were given a vector. */
    private final boolean @Queue [] hasVector = new boolean[MAX_QUEUES];

    /**
     * Finds and maps the device's registers, and lets it access memory.
     *
     * @throws DriverException EOPNOTSUPP on a big-endian processor; as {@link PciBar#locate} and {@link PciBar#map}
     */
    public VirtioLegacyPciTransport(PciFunction function, PhysMapper mapper) throws DriverException {
        this.function = function;
        this.mapper = mapper;
        LegacyByteOrder.requireLittleEndian();
        this.bar = PciBar.locate(function, 0);
        this.interrupts = new PciInterrupts(function);
        this.firmwareCommand = function.read16(PciConfig.COMMAND);
        // Interrupts stay off until somebody waits for them.
        function.changeCommand(
                PciConfig.COMMAND_BUS_MASTER | PciConfig.COMMAND_INTX_DISABLE | bar.decoding(), 0);
        try {
            this.window = bar.map(mapper, 0, LegacyPciRegisters.SIZE);
            try {
                this.registers = window.bind(LegacyPciRegisters.class, 0);
            } catch (DriverException e) {
                mapper.unmap(window);
                throw e;
            }
        } catch (DriverException e) {
            function.write16(PciConfig.COMMAND, firmwareCommand);
            throw e;
        }
    }

    @Override
    @Moves
    public void release() {
        endInterrupts();
        mapper.unmap(window);
        // Without bus mastering not even a device that ignored its reset reaches memory.
        function.write16(
                PciConfig.COMMAND,
                firmwareCommand & ~PciConfig.COMMAND_BUS_MASTER | PciConfig.COMMAND_INTX_DISABLE);
    }

    @Override
    public boolean isLegacy() {
        return true;
    }

    @Override
    public @BitMask @U8 int status() {
        return registers.deviceStatus().read();
    }

    @Override
    public void addStatus(@BitMask @U8 int bits) {
        registers.deviceStatus().write(registers.deviceStatus().read() | bits);
    }

    @Override
    public void reset() throws DriverException {
        registers.deviceStatus().write(0);
        ResetConfirmation.await(this);
    }

    @Override
    public @BitMask @U64 long offeredFeatures() {
        return registers.deviceFeatures().read();
    }

    @Override
    public void acceptFeatures(@BitMask @U64 long features) {
        registers.driverFeatures().write(Uint64.low32(features));
    }

    @Override
    public @Generation @U32 long configGeneration() {
        return 0;
    }

    @Override
    @Conforms("drv.pci.layout.7")
    public Window mapConfig(@Bytes @Range(min = 1, max = 4096) int length) throws DriverException {
        @U32 long offset = interrupts.usesVectors()
                ? LegacyPciRegisters.CONFIGURATION_BEHIND_VECTORS
                : LegacyPciRegisters.CONFIGURATION;
        return bar.map(mapper, offset, length);
    }

    @Override
    public void unmapConfig(@Moves Window config) {
        mapper.unmap(config);
    }

    @Override
    @Conforms("drv.split.legacy.1")
    public @Entry @U16 int maxQueueSize(@Queue @Range(max = MAX_QUEUES - 1) int queue) {
        registers.queueSelect().write(queue);
        return registers.queueSize().read();
    }

    @Override
    public boolean hasFixedQueueSizes() {
        return true;
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
        registers.queueSelect().write(queue);
        if (size != registers.queueSize().read()) {
            throw new DriverException(Errno.EINVAL);
        }
        if (registers.queueAddress().read() != 0) {
            Log.error("queue %d is in use already", queue);
            throw new DriverException(Errno.EBUSY);
        }
        registers.queueAddress().write(page);
        if (registers.queueAddress().read() != page) {
            Log.error("device does not take queue %d at page 0x%x", queue, page);
            throw new DriverException(Errno.EIO);
        }
    }

    @Override
    public void notifyQueue(@Queue @Range(max = MAX_QUEUES - 1) int queue) {
        registers.queueNotify().write(queue);
    }

    @Override
    public @Vector @Range(max = MAX_VECTORS) int enableVectors(@Vector @Range(min = 1, max = MAX_VECTORS) int wanted) {
        return interrupts.enable(wanted);
    }

    @Override
    public void disableVectors() {
        endInterrupts();
    }

    @Override
    public @InterruptNumber @U32 long interruptNumber(
            @Vector @Range(max = MAX_VECTORS - 1) int vector) throws DriverException {
        return interrupts.number(vector);
    }

    @Override
    @Conforms("drv.pci.msix.5")
    public boolean assignConfigVector(@Vector @Range(max = MAX_VECTORS - 1) int vector) {
        if (!interrupts.has(vector)) {
            return false;
        }
        registers.configMsixVector().write(vector);
        return registers.configMsixVector().read() == vector;
    }

    @Override
    @Conforms("drv.pci.msix.5")
    public boolean assignQueueVector(
            @Queue @Range(max = MAX_QUEUES - 1) int queue, @Vector @Range(max = MAX_VECTORS - 1) int vector) {
        if (!interrupts.has(vector)) {
            return false;
        }
        hasVector[queue] = true;
        registers.queueSelect().write(queue);
        registers.queueMsixVector().write(vector);
        return registers.queueMsixVector().read() == vector;
    }

    @Override
    public @BitMask @U8 int acknowledgeInterrupt() {
        return registers.isrStatus().read();
    }

    /** Takes the device's vectors back before the kernel does, so that it never uses one that means something else by then. */
    private void endInterrupts() {
        if (interrupts.usesVectors()) {
            registers.configMsixVector().write(LegacyPciRegisters.NO_VECTOR);
            for (int queue = 0; queue < MAX_QUEUES; queue++) {
                if (hasVector[queue]) {
                    hasVector[queue] = false;
                    registers.queueSelect().write(queue);
                    registers.queueMsixVector().write(LegacyPciRegisters.NO_VECTOR);
                }
            }
        }
        interrupts.disable();
    }
}
