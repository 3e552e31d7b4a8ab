// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.CFunction;
import vireo.dsl.spi.CType;
import vireo.dsl.spi.Fails;
import vireo.dsl.spi.Intrinsic;

/**
 * A PCI domain: its configuration space, and the interrupts of its functions.
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
    @U8 int read8(@PciAddress @U16 int function, @ByteOffset @Range(max = 4095) int offset);

    /** Reads 16 bits of configuration space, in CPU order. */
    @CFunction("vireo_pci_read16")
    @Intrinsic("pcibus.read16")
    @U16 int read16(@PciAddress @U16 int function, @ByteOffset @Range(max = 4095) int offset);

    /** Reads 32 bits of configuration space, in CPU order. */
    @CFunction("vireo_pci_read32")
    @Intrinsic("pcibus.read32")
    @U32 long read32(@PciAddress @U16 int function, @ByteOffset @Range(max = 4095) int offset);

    /** Writes 16 bits of configuration space, given in CPU order. */
    @CFunction("vireo_pci_write16")
    @Intrinsic("pcibus.write16")
    void write16(@PciAddress @U16 int function, @ByteOffset @Range(max = 4095) int offset, @U16 int value);

    /** Writes 32 bits of configuration space, given in CPU order. */
    @CFunction("vireo_pci_write32")
    @Intrinsic("pcibus.write32")
    void write32(@PciAddress @U16 int function, @ByteOffset @Range(max = 4095) int offset, @U32 long value);

    /**
     * Gives a function interrupts of its own (MSI-X), up to a wanted number. The kernel owns the function's MSI-X
     * capability and table: a driver touches neither. A vector interrupts from the moment on at which a handler is
     * requested for its number.
     *
     * @param function has no vectors enabled
     * @param wanted how many would be of use
     * @return how many there are now: at most as many as wanted, and as the table and the kernel have room for; 0, and
     *     nothing changed, where the function has no MSI-X or the kernel has none to give
     */
    @CFunction("vireo_pci_vectors_enable")
    @Intrinsic("pcibus.enableVectors")
    @Vector @Range(max = 2048) int enableVectors(
            @PciAddress @U16 int function, @Vector @Range(min = 1, max = 2048) int wanted);

    /** Takes a function's vectors away again, if it has any; the handlers of their numbers are released before. */
    @CFunction("vireo_pci_vectors_disable")
    @Intrinsic("pcibus.disableVectors")
    void disableVectors(@PciAddress @U16 int function);

    /**
     * The interrupt number of an enabled vector, for {@link Interrupts#request}.
     *
     * @param vector index into the MSI-X table
     * @throws DriverException {@link Errno#EINVAL} for a vector that is not enabled
     */
    @CFunction("vireo_pci_vector_number")
    @Fails(Errno.EINVAL)
    @Intrinsic("pcibus.vectorNumber")
    @InterruptNumber @U32 long vectorNumber(@PciAddress @U16 int function, @Vector @Range(max = 2047) int vector)
            throws DriverException;

    /**
     * The interrupt number of a function's INTx line, which other functions may share, for {@link Interrupts#request}.
     *
     * @throws DriverException {@link Errno#ENXIO} where the function has no line, or the machine does not say where it
     *     leads
     */
    @CFunction("vireo_pci_line_number")
    @Fails(Errno.ENXIO)
    @Intrinsic("pcibus.lineNumber")
    @InterruptNumber @U32 long lineNumber(@PciAddress @U16 int function) throws DriverException;
}
