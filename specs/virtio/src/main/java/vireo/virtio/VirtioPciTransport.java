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
import vireo.dsl.Nullable;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.U8;
import vireo.dsl.Uint64;
import vireo.dsl.Vector;
import vireo.dsl.Window;

/** A virtio device on a PCI bus, by its modern interface. VIRTIO 1.4, 4.1. */
@Conforms("drv.basic.conf.2")
@Conforms("drv.pci.cap.5")
@Conforms("drv.pci.cap.6")
@Conforms("drv.pci.cap.7")
@Conforms("drv.pci.cap.8")
@Linear
@Boxed
public final class VirtioPciTransport implements Transport {
    /** As much of the doorbells as is mapped: enough for a page a queue, whatever length the device announces. */
    private static final @Bytes long MAX_NOTIFICATION_BYTES = 4096L * MAX_QUEUES;

    private final PciFunction function;
    private final PhysMapper mapper;
    private final @U16 int firmwareCommand;
    private final @Bytes @U32 long notifyOffMultiplier;
    private final VirtioStructure deviceConfig;
    private final PciBar deviceConfigBar;
    private final Window commonWindow;
    private final Window notificationWindow;
    private final Window isrWindow;
    private final CommonCfg common;
    private final IsrStatus isr;
    private final PciInterrupts interrupts;
    private final @Nullable NotifyRegister @Queue [] doorbells = new NotifyRegister[MAX_QUEUES];

    /** The queues that were given a vector. */
    private final boolean @Queue [] hasVector = new boolean[MAX_QUEUES];

    /**
     * Finds and maps the device's registers, and lets it access memory.
     *
     * @throws DriverException EPROTO for a broken capability list; EOPNOTSUPP for a legacy device; as {@link PciBar#locate} and
     *     {@link PciBar#map}
     */
    public VirtioPciTransport(PciFunction function, PhysMapper mapper) throws DriverException {
        this.function = function;
        this.mapper = mapper;
        VirtioCapabilities capabilities = VirtioCapabilities.find(function);
        this.notifyOffMultiplier = capabilities.notifyOffMultiplier();
        this.deviceConfig = capabilities.device();
        if (deviceConfig.bar() == VirtioStructure.ABSENT) {
            this.deviceConfigBar = new PciBar(false, 0, 0);
        } else {
            this.deviceConfigBar = PciBar.locate(function, deviceConfig.bar());
        }
        this.interrupts = new PciInterrupts(function);
        this.firmwareCommand = function.read16(PciConfig.COMMAND);
        // Interrupts stay off until somebody waits for them.
        function.changeCommand(
                PciConfig.COMMAND_BUS_MASTER | PciConfig.COMMAND_INTX_DISABLE | deviceConfigBar.decoding(), 0);
        try {
            this.commonWindow = map(function, mapper, capabilities.common(), CommonCfg.SIZE);
            try {
                this.notificationWindow = map(function, mapper, capabilities.notification(), MAX_NOTIFICATION_BYTES);
                try {
                    this.isrWindow = map(function, mapper, capabilities.isr(), IsrStatus.SIZE);
                    try {
                        this.common = commonWindow.bind(CommonCfg.class, 0);
                        this.isr = isrWindow.bind(IsrStatus.class, 0);
                    } catch (DriverException e) {
                        mapper.unmap(isrWindow);
                        throw e;
                    }
                } catch (DriverException e) {
                    mapper.unmap(notificationWindow);
                    throw e;
                }
            } catch (DriverException e) {
                mapper.unmap(commonWindow);
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
        mapper.unmap(isrWindow);
        mapper.unmap(notificationWindow);
        mapper.unmap(commonWindow);
        // Without bus mastering not even a device that ignored its reset reaches memory.
        function.write16(
                PciConfig.COMMAND,
                firmwareCommand & ~PciConfig.COMMAND_BUS_MASTER | PciConfig.COMMAND_INTX_DISABLE);
    }

    @Override
    public boolean isLegacy() {
        return false;
    }

    @Override
    public @BitMask @U8 int status() {
        return common.deviceStatus().read();
    }

    @Override
    @Conforms("drv.basic.status.2")
    public void addStatus(@BitMask @U8 int bits) {
        common.deviceStatus().write(common.deviceStatus().read() | bits);
    }

    @Override
    public void reset() throws DriverException {
        common.deviceStatus().write(0);
        ResetConfirmation.await(this);
    }

    @Override
    public @BitMask @U64 long offeredFeatures() {
        common.deviceFeatureSelect().write(0);
        @BitMask @U32 long low = common.deviceFeature().read();
        common.deviceFeatureSelect().write(1);
        @BitMask @U32 long high = common.deviceFeature().read();
        return Uint64.fromHalves(high, low);
    }

    @Override
    public void acceptFeatures(@BitMask @U64 long features) {
        common.driverFeatureSelect().write(0);
        common.driverFeature().write(Uint64.low32(features));
        common.driverFeatureSelect().write(1);
        common.driverFeature().write(Uint64.high32(features));
    }

    @Override
    public @Generation @U32 long configGeneration() {
        return common.configGeneration().read();
    }

    @Override
    @Conforms("drv.basic.cfg.5")
    public Window mapConfig(@Bytes @Range(min = 1, max = 4096) int length) throws DriverException {
        if (deviceConfig.bar() == VirtioStructure.ABSENT || deviceConfig.length() < length) {
            Log.error("device configuration has %u bytes, the driver needs %d", deviceConfig.length(), length);
            throw new DriverException(Errno.ENXIO);
        }
        return deviceConfigBar.map(mapper, deviceConfig.offset(), length);
    }

    @Override
    public void unmapConfig(@Moves Window config) {
        mapper.unmap(config);
    }

    @Override
    public @Entry @U16 int maxQueueSize(@Queue @Range(max = MAX_QUEUES - 1) int queue) {
        common.queueSelect().write(queue);
        return common.queueSize().read();
    }

    @Override
    public boolean hasFixedQueueSizes() {
        return false;
    }

    @Override
    @Conforms("drv.pci.common.2")
    @Conforms("drv.pci.common.4")
    @Conforms("drv.pci.common.6")
    public void enableQueue(
            @Queue @Range(max = MAX_QUEUES - 1) int queue,
            @Entry @Range(min = 1, max = 32768) int size,
            @DeviceAddress @U64 long descriptorArea,
            @DeviceAddress @U64 long driverArea,
            @DeviceAddress @U64 long deviceArea)
            throws DriverException {
        common.queueSelect().write(queue);
        if (common.queueEnable().read() != 0) {
            Log.error("queue %d is in use already", queue);
            throw new DriverException(Errno.EBUSY);
        }
        if (size > common.queueSize().read()) {
            throw new DriverException(Errno.EINVAL);
        }
        // The one place where a doorbell's address is computed. The window checks that the device has not placed it outside.
        doorbells[queue] = notificationWindow.bind(
                NotifyRegister.class, common.queueNotifyOff().read() * notifyOffMultiplier);
        common.queueSize().write(size);
        common.queueDesc().write(descriptorArea);
        common.queueDriver().write(driverArea);
        common.queueDevice().write(deviceArea);
        common.queueEnable().write(1);
    }

    @Override
    @Conforms("drv.pci.notify.1")
    @Conforms("drv.pci.notify.3")
    public void notifyQueue(@Queue @Range(max = MAX_QUEUES - 1) int queue) {
        @Nullable NotifyRegister doorbell = doorbells[queue];
        // A queue that is not enabled has no doorbell, and nobody who would listen.
        if (doorbell != null) {
            doorbell.queueIndex().write(queue);
        }
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
        common.configMsixVector().write(vector);
        return common.configMsixVector().read() == vector;
    }

    @Override
    @Conforms("drv.pci.msix.5")
    public boolean assignQueueVector(
            @Queue @Range(max = MAX_QUEUES - 1) int queue, @Vector @Range(max = MAX_VECTORS - 1) int vector) {
        if (!interrupts.has(vector)) {
            return false;
        }
        hasVector[queue] = true;
        common.queueSelect().write(queue);
        common.queueMsixVector().write(vector);
        return common.queueMsixVector().read() == vector;
    }

    @Override
    public @BitMask @U8 int acknowledgeInterrupt() {
        return isr.status().read();
    }

    /** Takes the device's vectors back before the kernel does, so that it never uses one that means something else by then. */
    private void endInterrupts() {
        if (interrupts.usesVectors()) {
            common.configMsixVector().write(CommonCfg.NO_VECTOR);
            for (int queue = 0; queue < MAX_QUEUES; queue++) {
                if (hasVector[queue]) {
                    hasVector[queue] = false;
                    common.queueSelect().write(queue);
                    common.queueMsixVector().write(CommonCfg.NO_VECTOR);
                }
            }
        }
        interrupts.disable();
    }

    /** Lets the function answer to a structure's BAR, and maps the structure, or as much of its start as the driver uses. */
    private static Window map(
            PciFunction function,
            PhysMapper mapper,
            VirtioStructure structure,
            @Bytes @Range(min = 1, max = 65536) long most)
            throws DriverException {
        if (structure.bar() == VirtioStructure.ABSENT || structure.length() == 0) {
            throw new DriverException(Errno.ENXIO);
        }
        PciBar bar = PciBar.locate(function, structure.bar());
        function.changeCommand(bar.decoding(), 0);
        return bar.map(mapper, structure.offset(), structure.length() < most ? structure.length() : most);
    }
}
