// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Conforms;
import vireo.dsl.Discardable;
import vireo.dsl.DmaAllocator;
import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.PciBus;
import vireo.dsl.Probe;
import vireo.dsl.Range;
import vireo.dsl.Text;
import vireo.dsl.U32;
import vireo.dsl.U8;
import vireo.dsl.Uint32;
import vireo.dsl.WindowMapper;

/** Finds virtio devices on PCI buses. VIRTIO 1.4, 4.1.2. */
public final class VirtioPci {
    private static final int VENDOR = 0x1AF4;

    /** Modern block devices, whatever their revision. */
    private static final int BLOCK_DEVICE = 0x1042;

    /** Block devices that old drivers know too; the capabilities say whether they are modern as well. */
    private static final int TRANSITIONAL_BLOCK_DEVICE = 0x1001;

    private static final int FUNCTIONS = 8;

    private VirtioPci() {}

    /**
     * Brings up every virtio disk. One that fails is reported and left alone; the others come up all the same.
     *
     * @param lastBus the last bus to search; 0 for a machine with one bus, 255 for all there can be
     * @param handler takes the disks that work, in the order of their addresses
     * @return how many work
     */
    @Probe
    @Discardable
    public static @U32 long probePciDevices(
            PciBus bus, @U8 int lastBus, WindowMapper windows, DmaAllocator allocator, BlockDeviceHandler handler) {
        @U32 long found = 0;
        int functions = 0;
        int end = (lastBus + 1) << 8;
        for (int address = 0; address < end; address++) {
            PciFunction function = new PciFunction(bus, address);
            if (function.functionNumber() == 0) {
                functions = functionsOf(function);
            }
            if (function.functionNumber() < functions && isDisk(function)) {
                found = Uint32.wrappingAdd(found, bringUp(function, windows, allocator, handler, found));
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

    @Conforms("drv.pci.discovery.1")
    @Conforms("drv.pci.discovery.2")
    @Conforms("drv.pci.discovery.3")
    @Conforms("drv.pci.discovery.4")
    private static boolean isDisk(PciFunction function) {
        if (function.read16(PciConfig.VENDOR) != VENDOR) {
            return false;
        }
        int id = function.read16(PciConfig.DEVICE);
        if (id != BLOCK_DEVICE && id != TRANSITIONAL_BLOCK_DEVICE) {
            return false;
        }
        int baseClass = function.read8(PciConfig.BASE_CLASS);
        int subclass = function.read8(PciConfig.SUBCLASS);
        if (baseClass != PciConfig.CLASS_MASS_STORAGE
                || subclass != PciConfig.SUBCLASS_SCSI && subclass != PciConfig.SUBCLASS_OTHER_STORAGE
                || (function.read8(PciConfig.HEADER_TYPE) & PciConfig.HEADER_LAYOUT) != 0) {
            Log.warn("virtio block device at %02x:%02x.%u has class %02x/%02x, which is none of a disk: skipped",
                    function.busNumber(), function.deviceNumber(), function.functionNumber(), baseClass, subclass);
            return false;
        }
        return true;
    }

    /** Brings one disk up and hands it to the kernel. Returns how many that makes. */
    @Probe
    private static @Range(max = 1) int bringUp(
            PciFunction function,
            WindowMapper windows,
            DmaAllocator allocator,
            BlockDeviceHandler handler,
            @U32 long number) {
        Text name = Text.format("virtio-blk%u at %02x:%02x.%u", number,
                function.busNumber(), function.deviceNumber(), function.functionNumber());
        try {
            PciBlockDevice device = new PciBlockDevice(function, windows, allocator, name);
            Log.info("%s: %u sectors, blocks of %u bytes", name, device.disk().capacity(), device.disk().blockSize());
            handler.attach(device);
            return 1;
        } catch (DriverException e) {
            Log.error("%s: %s, skipped", name, e.errno());
            return 0;
        }
    }
}
