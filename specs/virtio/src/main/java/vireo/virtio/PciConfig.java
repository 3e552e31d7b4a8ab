// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.ByteOffset;
import vireo.dsl.SpecRow;
import vireo.dsl.SpecTable;
import vireo.dsl.U16;
import vireo.dsl.U8;

/** Offsets and bits of the PCI configuration space of a function with a type 0 header. PCI Local Bus 3.0, 6.1. */
@SpecTable("pci-3.0#configuration-space")
public final class PciConfig {
    /** Vendor, 16 bits; {@link #NO_FUNCTION} where no function answers. */
    @SpecRow("vendor_id")
    public static final @ByteOffset int VENDOR = 0x00;

    /** What a read of the vendor yields where there is no function. */
    public static final int NO_FUNCTION = 0xFFFF;

    /** Device id, 16 bits. */
    @SpecRow("device_id")
    public static final @ByteOffset int DEVICE = 0x02;

    /** Command, 16 bits. */
    public static final @ByteOffset int COMMAND = 0x04;

    /** The function answers to I/O ports. */
    public static final @U16 int COMMAND_IO = 0x001;

    /** The function answers to its memory BARs. */
    public static final @U16 int COMMAND_MEMORY = 0x002;

    /** The function may access memory on its own. */
    public static final @U16 int COMMAND_BUS_MASTER = 0x004;

    /** The function sends no interrupts by pin. */
    public static final @U16 int COMMAND_INTX_DISABLE = 0x400;

    /** Status, 16 bits. */
    public static final @ByteOffset int STATUS = 0x06;

    /** There is a list of capabilities. */
    public static final @U16 int STATUS_CAPABILITY_LIST = 0x10;

    /** Subclass, 8 bits. */
    @SpecRow("sub_class")
    public static final @ByteOffset int SUBCLASS = 0x0A;

    /** Base class, 8 bits. */
    public static final @ByteOffset int BASE_CLASS = 0x0B;

    /** Base class of mass storage. */
    public static final int CLASS_MASS_STORAGE = 0x01;

    /** Subclass of SCSI controllers. */
    public static final int SUBCLASS_SCSI = 0x00;

    /** Subclass of mass storage that has no subclass of its own. */
    public static final int SUBCLASS_OTHER_STORAGE = 0x80;

    /** Header type, 8 bits. */
    public static final @ByteOffset int HEADER_TYPE = 0x0E;

    /** The device has functions beside function 0. */
    public static final @U8 int HEADER_MULTI_FUNCTION = 0x80;

    /** The bits of the header's layout; 0 for a plain function, which has six BARs. */
    public static final @U8 int HEADER_LAYOUT = 0x7F;

    /** The first base address register; each has 32 bits. */
    @SpecRow("base_address")
    public static final @ByteOffset int BAR_0 = 0x10;

    /** Where the list of capabilities starts, 8 bits. */
    @SpecRow("capabilities_pointer")
    public static final @ByteOffset int CAPABILITIES = 0x34;

    /** Where capabilities may lie: after the header. */
    public static final @ByteOffset int FIRST_CAPABILITY = 0x40;

    /** Bytes of the configuration space that capabilities may lie in. */
    public static final @ByteOffset int CAPABILITY_SPACE = 0x100;

    /** As many capabilities of 4 bytes as fit there. */
    public static final int MAX_CAPABILITIES = (CAPABILITY_SPACE - FIRST_CAPABILITY) / 4;

    /** The id of a vendor's own capability. */
    public static final int CAPABILITY_VENDOR = 0x09;

    private PciConfig() {}
}
