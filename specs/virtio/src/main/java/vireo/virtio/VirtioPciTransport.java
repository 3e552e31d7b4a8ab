// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitMask;
import vireo.dsl.Conforms;
import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.Nullable;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.U8;
import vireo.dsl.Uint64;
import vireo.dsl.Window;

/** A virtio device on a PCI bus, by its modern interface. VIRTIO 1.4, 4.1. */
@Conforms("drv.basic.conf.2")
@Conforms("drv.pci.cap.5")
@Conforms("drv.pci.cap.6")
@Conforms("drv.pci.cap.7")
@Conforms("drv.pci.cap.8")
public final class VirtioPciTransport implements Transport {
    /** How long a device may take to reset, in milliseconds. */
    public static final long RESET_MILLISECONDS = 1000;

    /** As much of the doorbells as is mapped: enough for a page a queue, whatever length the device announces. */
    private static final long MAX_NOTIFICATION_BYTES = 4096L * MAX_QUEUES;

    private final PciFunction function;
    private final PhysMapper mapper;
    private final @U16 int firmwareCommand;
    private final @U32 long notifyOffMultiplier;
    private final VirtioStructure deviceConfig;
    private final PciBar deviceConfigBar;
    private final Window commonWindow;
    private final Window notificationWindow;
    private final Window isrWindow;
    private final CommonCfg common;
    private final IsrStatus isr;
    private final @Nullable NotifyRegister[] doorbells = new NotifyRegister[MAX_QUEUES];

    /**
     * Finds and maps the device's registers, and lets it access memory.
     *
     * @throws DriverException EOPNOTSUPP for a legacy device or an unusable BAR; ENXIO for a BAR without an address; ERANGE for a
     *     structure outside its BAR; EPROTO for a broken capability list; EINVAL, ENOMEM where registers cannot be mapped
     */
    public VirtioPciTransport(PciFunction function, PhysMapper mapper) throws DriverException {
        this.function = function;
        this.mapper = mapper;
        VirtioCapabilities capabilities = VirtioCapabilities.find(function);
        this.notifyOffMultiplier = capabilities.notifyOffMultiplier();
        this.deviceConfig = capabilities.device();
        if (deviceConfig.bar() == VirtioStructure.ABSENT) {
            this.deviceConfigBar = new PciBar(0, 0);
        } else {
            this.deviceConfigBar = PciBar.locate(function, deviceConfig.bar());
        }
        this.firmwareCommand = function.read16(PciConfig.COMMAND);
        // Registers answer from here on. The driver polls, so the device has no interrupts to send.
        function.write16(
                PciConfig.COMMAND,
                firmwareCommand
                        | PciConfig.COMMAND_MEMORY
                        | PciConfig.COMMAND_BUS_MASTER
                        | PciConfig.COMMAND_INTX_DISABLE);
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
    public void release() {
        mapper.unmap(isrWindow);
        mapper.unmap(notificationWindow);
        mapper.unmap(commonWindow);
        // Without bus mastering not even a device that ignored its reset reaches memory.
        function.write16(PciConfig.COMMAND, firmwareCommand & ~PciConfig.COMMAND_BUS_MASTER);
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
    @Conforms("drv.basic.reset.1")
    @Conforms("drv.pci.common.5")
    public void reset() throws DriverException {
        common.deviceStatus().write(0);
        Deadline deadline = Deadline.afterMillis(RESET_MILLISECONDS);
        while (common.deviceStatus().read() != 0) {
            if (deadline.expired()) {
                Log.error("device does not confirm its reset within %u ms", RESET_MILLISECONDS);
                throw new DriverException(Errno.ETIMEDOUT);
            }
            Cpu.relax();
        }
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
    public @U32 long configGeneration() {
        return common.configGeneration().read();
    }

    @Override
    @Conforms("drv.basic.cfg.5")
    public Window mapConfig(@Range(min = 1, max = 4096) int length) throws DriverException {
        if (deviceConfig.bar() == VirtioStructure.ABSENT || deviceConfig.length() < length) {
            Log.error("device configuration has %u bytes, the driver needs %d", deviceConfig.length(), length);
            throw new DriverException(Errno.ENXIO);
        }
        return mapper.map(deviceConfigBar.addressOf(deviceConfig.offset(), length), length);
    }

    @Override
    public void unmapConfig(@Moves Window config) {
        mapper.unmap(config);
    }

    @Override
    public @U16 int maxQueueSize(@Range(max = MAX_QUEUES - 1) int queue) {
        common.queueSelect().write(queue);
        return common.queueSize().read();
    }

    @Override
    @Conforms("drv.pci.common.2")
    @Conforms("drv.pci.common.4")
    @Conforms("drv.pci.common.6")
    public void enableQueue(
            @Range(max = MAX_QUEUES - 1) int queue,
            @Range(min = 1, max = 32768) int size,
            @U64 long descriptorArea,
            @U64 long driverArea,
            @U64 long deviceArea)
            throws DriverException {
        common.queueSelect().write(queue);
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
    public void notifyQueue(@Range(max = MAX_QUEUES - 1) int queue) {
        @Nullable NotifyRegister doorbell = doorbells[queue];
        // A queue that is not enabled has no doorbell, and nobody who would listen.
        if (doorbell != null) {
            doorbell.queueIndex().write(queue);
        }
    }

    @Override
    public @BitMask @U8 int acknowledgeInterrupt() {
        return isr.status().read();
    }

    /** Maps a structure, or as much of its start as the driver uses. */
    private static Window map(
            PciFunction function, PhysMapper mapper, VirtioStructure structure, @Range(min = 1, max = 65536) long most)
            throws DriverException {
        if (structure.bar() == VirtioStructure.ABSENT) {
            throw new DriverException(Errno.ENXIO);
        }
        @U32 long length = structure.length() < most ? structure.length() : most;
        PciBar bar = PciBar.locate(function, structure.bar());
        return mapper.map(bar.addressOf(structure.offset(), length), length);
    }
}
