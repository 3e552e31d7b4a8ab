// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Conforms;
import vireo.dsl.Discardable;
import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.PciAddress;
import vireo.dsl.PciBus;
import vireo.dsl.Probe;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.Text;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U8;
import vireo.dsl.Uint32;
import vireo.dsl.Unitless;

/** Finds virtio devices on PCI buses. VIRTIO 1.4, 4.1.2. */
public final class VirtioPci {
    @SpecRow("virtio-1.4#pci-device-id/vendor")
    private static final int VENDOR = 0x1AF4;

    /** Devices that only drivers of version 1 know: this plus the type of device. */
    @SpecRow("virtio-1.4#pci-device-id/first_modern")
    private static final int FIRST_MODERN_DEVICE = 0x1040;

    @SpecRow("virtio-1.4#pci-device-id/modern_ids")
    private static final @TypeNumber int MODERN_DEVICES = 0x40;

    /** Devices that old drivers know too; the capabilities say whether they are modern as well. */
    @SpecRow("virtio-1.4#pci-device-id/transitional_network")
    private static final int TRANSITIONAL_NETWORK = 0x1000;

    @SpecRow("virtio-1.4#pci-device-id/transitional_block")
    private static final int TRANSITIONAL_BLOCK = 0x1001;
    @SpecRow("virtio-1.4#pci-device-id/transitional_console")
    private static final int TRANSITIONAL_CONSOLE = 0x1003;
    @SpecRow("virtio-1.4#pci-device-id/transitional_entropy")
    private static final int TRANSITIONAL_ENTROPY = 0x1005;

    /** No device that there is a driver for. */
    private static final @TypeNumber int NO_DRIVER = 0;

    @SpecRow("pci-3.0#addressing/functions")
    private static final int FUNCTIONS = 8;

    private VirtioPci() {}

    /**
     * Brings up every virtio device that there is a driver for. One that fails is reported and left alone; the others come up all
     * the same.
     *
     * @param lastBus the last bus to search; 0 for a machine with one bus, 255 for all there can be
     * @param kernel outlives the devices
     * @param handler takes the devices that work, in the order of their addresses
     * @return how many work
     */
    @Probe
    @Discardable
    public static @U32 long probePciDevices(
            PciBus bus, @U8 int lastBus, KernelServices kernel, DeviceHandler handler) {
        @U32 long found = 0;
        int functions = 0;
        int end = (@PciAddress int) ((lastBus + 1) << 8);
        for (int address = 0; address < end; address++) {
            PciFunction function = new PciFunction(bus, address);
            if (function.functionNumber() == 0) {
                functions = functionsOf(function);
            }
            if (function.functionNumber() < functions) {
                int type = deviceTypeOf(function);
                if (type != NO_DRIVER) {
                    found = Uint32.wrappingAdd(found, bringUp(function, type, found, kernel, handler));
                }
            }
        }
        return found;
    }

    /** How many functions of a device to look at: none, the first, or all, of which some may be missing. */
    private static @Range(max = FUNCTIONS) int functionsOf(PciFunction first) {
        if (first.read16(PciConfig.VENDOR) == PciConfig.NO_FUNCTION) {
            return 0;
        }
        return (first.read8(PciConfig.HEADER_TYPE) & PciConfig.HEADER_MULTI_FUNCTION) != 0 ? FUNCTIONS : 1;
    }

    /** The type of a virtio device, whatever its revision and subsystem; {@link #NO_DRIVER} for all else. VIRTIO 1.4, 4.1.2. */
    @Conforms("drv.pci.discovery.1")
    @Conforms("drv.pci.discovery.2")
    @Conforms("drv.pci.discovery.3")
    @Conforms("drv.pci.discovery.4")
    private static @TypeNumber @Range(max = MODERN_DEVICES) int deviceTypeOf(PciFunction function) {
        if (function.read16(PciConfig.VENDOR) != VENDOR) {
            return NO_DRIVER;
        }
        int type = typeOfId(function.read16(PciConfig.DEVICE));
        if (!DeviceBringUp.isSupported(type)) {
            return NO_DRIVER;
        }
        int baseClass = function.read8(PciConfig.BASE_CLASS);
        int subclass = function.read8(PciConfig.SUBCLASS);
        if (type == DeviceType.BLOCK && !isDisk(baseClass, subclass)
                || (function.read8(PciConfig.HEADER_TYPE) & PciConfig.HEADER_LAYOUT) != 0) {
            Log.warn("virtio device of type %d at %02x:%02x.%u has class %02x/%02x, which is none of such a device: skipped",
                    type, function.busNumber(), function.deviceNumber(), function.functionNumber(), baseClass, subclass);
            return NO_DRIVER;
        }
        return type;
    }

    private static @TypeNumber @Range(max = MODERN_DEVICES) int typeOfId(@U16 int id) {
        if (id >= FIRST_MODERN_DEVICE && id < FIRST_MODERN_DEVICE + (@Unitless int) MODERN_DEVICES) {
            return (@TypeNumber int) (id - FIRST_MODERN_DEVICE);
        }
        return switch (id) {
            case TRANSITIONAL_NETWORK -> DeviceType.NETWORK;
            case TRANSITIONAL_BLOCK -> DeviceType.BLOCK;
            case TRANSITIONAL_CONSOLE -> DeviceType.CONSOLE;
            case TRANSITIONAL_ENTROPY -> DeviceType.ENTROPY;
            default -> NO_DRIVER;
        };
    }

    private static boolean isDisk(@U8 int baseClass, @U8 int subclass) {
        return baseClass == PciConfig.CLASS_MASS_STORAGE
                && (subclass == PciConfig.SUBCLASS_SCSI || subclass == PciConfig.SUBCLASS_OTHER_STORAGE);
    }

    /** A transitional device is driven by its modern interface; one that has none is a legacy device. VIRTIO 1.4, 4.1.3.1. */
    @Probe
    private static Transport open(PciFunction function, PhysMapper mapper) throws DriverException {
        if (function.read16(PciConfig.DEVICE) < FIRST_MODERN_DEVICE && !VirtioCapabilities.arePresent(function)) {
            return new VirtioLegacyPciTransport(function, mapper);
        }
        return new VirtioPciTransport(function, mapper);
    }

    /** Brings one device up and hands it to the kernel. Returns how many that makes. */
    @Probe
    private static @Range(max = 1) int bringUp(
            PciFunction function,
            @TypeNumber @Range(max = MODERN_DEVICES) int type,
            @U32 long number,
            KernelServices kernel,
            DeviceHandler handler) {
        Text place = Text.format("%02x:%02x.%u",
                function.busNumber(), function.deviceNumber(), function.functionNumber());
        Text name = DeviceBringUp.nameOf(type, number, place);
        try {
            return DeviceBringUp.attach(open(function, kernel.mapper()), type, name, kernel, handler);
        } catch (DriverException e) {
            Log.error("%s: %s, skipped", name, e.errno());
            return 0;
        }
    }
}
