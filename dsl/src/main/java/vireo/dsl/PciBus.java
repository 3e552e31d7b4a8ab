// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.CFunction;
import vireo.dsl.spi.CType;
import vireo.dsl.spi.Intrinsic;

/**
 * A PCI domain's configuration space.
 *
 * <p>A function is named by bus number &lt;&lt; 8 | device &lt;&lt; 3 | function; an offset is a multiple of the
 * access's width. Where no function answers, a read is all ones.
 */
@CType("struct vireo_pci_bus *")
@Intrinsic("pcibus")
public interface PciBus {
    /** Reads 8 bits of configuration space, in CPU order. */
    @CFunction("vireo_pci_read8")
    @Intrinsic("pcibus.read8")
    @U8 int read8(@U16 int function, @Range(max = 4095) int offset);

    /** Reads 16 bits of configuration space, in CPU order. */
    @CFunction("vireo_pci_read16")
    @Intrinsic("pcibus.read16")
    @U16 int read16(@U16 int function, @Range(max = 4095) int offset);

    /** Reads 32 bits of configuration space, in CPU order. */
    @CFunction("vireo_pci_read32")
    @Intrinsic("pcibus.read32")
    @U32 long read32(@U16 int function, @Range(max = 4095) int offset);

    /** Writes 16 bits of configuration space, given in CPU order. */
    @CFunction("vireo_pci_write16")
    @Intrinsic("pcibus.write16")
    void write16(@U16 int function, @Range(max = 4095) int offset, @U16 int value);

    /** Writes 32 bits of configuration space, given in CPU order. */
    @CFunction("vireo_pci_write32")
    @Intrinsic("pcibus.write32")
    void write32(@U16 int function, @Range(max = 4095) int offset, @U32 long value);
}
