// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.ByteOffset;
import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.U32;
import vireo.dsl.U8;

/**
 * The structures that a virtio PCI function announces in its capability list. VIRTIO 1.4, 4.1.4.
 *
 * @param common the common configuration
 * @param notification the doorbells
 * @param notifyOffMultiplier bytes from one doorbell to the next
 * @param isr the interrupt status
 * @param device the device configuration; absent where the type of device has none
 */
public record VirtioCapabilities(
        VirtioStructure common,
        VirtioStructure notification,
        @Bytes @U32 long notifyOffMultiplier,
        VirtioStructure isr,
        VirtioStructure device) {
    /** Values of cfg_type. */
    @SpecRow("virtio-1.4#pci-cfg-type/common_cfg")
    private static final int COMMON_CFG = 1;

    @SpecRow("virtio-1.4#pci-cfg-type/notify_cfg")
    private static final int NOTIFY_CFG = 2;
    @SpecRow("virtio-1.4#pci-cfg-type/isr_cfg")
    private static final int ISR_CFG = 3;
    @SpecRow("virtio-1.4#pci-cfg-type/device_cfg")
    private static final int DEVICE_CFG = 4;

    /** Offsets in struct virtio_pci_cap. */
    @SpecRow("virtio-1.4#pci-cap/cap_next")
    private static final @Bytes int NEXT = 1;

    @SpecRow("virtio-1.4#pci-cap/cap_len")
    private static final @Bytes int LENGTH = 2;
    @SpecRow("virtio-1.4#pci-cap/cfg_type")
    private static final @Bytes int TYPE = 3;
    @SpecRow("virtio-1.4#pci-cap/bar")
    private static final @Bytes int BAR = 4;
    @SpecRow("virtio-1.4#pci-cap/offset")
    private static final @Bytes int STRUCTURE_OFFSET = 8;
    @SpecRow("virtio-1.4#pci-cap/length")
    private static final @Bytes int STRUCTURE_LENGTH = 12;
    @SpecRow("virtio-1.4#pci-notify-cap/notify_off_multiplier")
    private static final @Bytes int MULTIPLIER = 16;

    /** Bytes of struct virtio_pci_cap, and of struct virtio_pci_notify_cap. */
    @SpecRow("virtio-1.4#pci-cap/bytes")
    private static final @Bytes int SIZE = 16;

    @SpecRow("virtio-1.4#pci-notify-cap/bytes")
    private static final @Bytes int NOTIFY_SIZE = 20;

    /** Capabilities lie at multiples of 4; the low bits of a pointer are reserved. */
    @SpecRow("pci-3.0#capability-list/pointer_mask")
    private static final @U8 int POINTER = 0xFC;

    /**
     * Walks a function's capability list. Of each structure the first usable announcement counts; reserved types and BARs are
     * passed over.
     *
     * @throws DriverException EOPNOTSUPP where the function has no virtio capabilities, and so is a legacy device; EPROTO where the
     *     list has a loop or leaves its place, or a structure is missing that every device has
     */
    @Conforms("drv.pci.cap.1")
    @Conforms("drv.pci.cap.2")
    @Conforms("drv.pci.cap.3")
    @Conforms("drv.pci.cap.4")
    @Conforms("drv.pci.cap.9")
    @Conforms("drv.pci.detect.3")
    @Conforms("drv.pci.detect.4")
    public static VirtioCapabilities find(PciFunction function) throws DriverException {
        VirtioStructure common = VirtioStructure.absent();
        VirtioStructure notification = VirtioStructure.absent();
        VirtioStructure isr = VirtioStructure.absent();
        VirtioStructure device = VirtioStructure.absent();
        @U32 long multiplier = 0;
        boolean isVirtio = false;

        int at = first(function);
        for (int visited = 0; at != 0; visited++) {
            // More capabilities than fit means that the list bites its tail.
            if (visited >= PciConfig.MAX_CAPABILITIES || at < PciConfig.FIRST_CAPABILITY) {
                Log.error("capability list has a loop or leaves its place at 0x%02x", at);
                throw new DriverException(Errno.EPROTO);
            }
            @U8 int length = (@Bytes int) function.read8(at + LENGTH);
            if (function.read8(at) == PciConfig.CAPABILITY_VENDOR
                    && length >= SIZE
                    && at + length <= PciConfig.CAPABILITY_SPACE) {
                int type = function.read8(at + TYPE);
                @U8 int bar = (@Bar int) function.read8(at + BAR);
                if (bar < PciBar.COUNT) {
                    VirtioStructure structure = new VirtioStructure(
                            bar,
                            (@Bytes long) function.read32(at + STRUCTURE_OFFSET),
                            (@Bytes long) function.read32(at + STRUCTURE_LENGTH));
                    isVirtio = true;
                    if (type == COMMON_CFG && isFirst(common, structure, CommonCfg.SIZE, 4)) {
                        common = structure;
                    } else if (type == NOTIFY_CFG && length >= NOTIFY_SIZE && isFirst(notification, structure, 2, 2)) {
                        notification = structure;
                        multiplier = (@Bytes long) function.read32(at + MULTIPLIER);
                    } else if (type == ISR_CFG && isFirst(isr, structure, IsrStatus.SIZE, 1)) {
                        isr = structure;
                    } else if (type == DEVICE_CFG && isFirst(device, structure, 1, 4)) {
                        device = structure;
                    }
                }
            }
            at = (@ByteOffset int) (function.read8(at + NEXT) & POINTER);
        }

        if (!isVirtio) {
            Log.error("no virtio capabilities: the device has no modern interface");
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        if (common.bar() == VirtioStructure.ABSENT
                || notification.bar() == VirtioStructure.ABSENT
                || isr.bar() == VirtioStructure.ABSENT) {
            Log.error("common configuration, doorbells or interrupt status are missing, too short or misaligned");
            throw new DriverException(Errno.EPROTO);
        }
        return new VirtioCapabilities(common, notification, multiplier, isr, device);
    }

    /**
     * Whether a function has a modern interface: a virtio capability, usable or not. One that has none is a legacy device.
     */
    @Conforms("drv.pci.detect.1")
    public static boolean arePresent(PciFunction function) {
        int at = first(function);
        for (int visited = 0; at >= PciConfig.FIRST_CAPABILITY && visited < PciConfig.MAX_CAPABILITIES; visited++) {
            if (function.read8(at) == PciConfig.CAPABILITY_VENDOR
                    && at <= PciConfig.CAPABILITY_SPACE - SIZE
                    && (@Bar int) function.read8(at + BAR) < PciBar.COUNT) {
                return true;
            }
            at = (@ByteOffset int) (function.read8(at + NEXT) & POINTER);
        }
        return false;
    }

    /** Where the capability list starts; 0 where there is none. */
    private static @ByteOffset @U8 int first(PciFunction function) {
        if ((function.read16(PciConfig.STATUS) & PciConfig.STATUS_CAPABILITY_LIST) == 0) {
            return 0;
        }
        return (@ByteOffset int) (function.read8(PciConfig.CAPABILITIES) & POINTER);
    }

    /** Whether an announcement is the first that can be used: long enough for what the driver needs, and aligned for it. */
    private static boolean isFirst(
            VirtioStructure known,
            VirtioStructure announced,
            @Bytes @Range(min = 1, max = 64) int needed,
            @Bytes @Range(min = 1, max = 4) int align) {
        return known.bar() == VirtioStructure.ABSENT
                && announced.length() >= needed
                && announced.offset() % align == 0;
    }
}
