// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint32;
import vireo.dsl.Uint64;

/**
 * A range of memory addresses that a PCI function answers to. PCI Local Bus 3.0, 6.2.5.
 *
 * @param base the bus address of the first byte
 * @param size bytes, a power of two
 */
public record PciBar(@U64 long base, @U64 long size) {
    /** Base address registers of a function. */
    public static final int COUNT = 6;

    private static final int IO_SPACE = 1;
    private static final int TYPE = 6;
    private static final int TYPE_32_BIT = 0;
    private static final int TYPE_64_BIT = 4;
    private static final long FLAGS = 0xF;

    /**
     * Reads a base address register, and finds its size the one way there is: by writing ones and looking which of them stick.
     * The function answers to nothing meanwhile; afterwards everything is as it was.
     *
     * @param index which of the six registers; one of 64 bits takes the next register too
     * @throws DriverException EOPNOTSUPP for a range of I/O ports or of unknown type; ENXIO for a register that the function does not
     *     have or the firmware has assigned no address to; EPROTO for a size that is no power of two
     */
    public static PciBar locate(PciFunction function, @Range(max = COUNT - 1) int index) throws DriverException {
        int register = PciConfig.BAR_0 + 4 * index;
        @U32 long low = function.read32(register);
        if ((low & IO_SPACE) != 0) {
            Log.error("BAR %d is a range of I/O ports", index);
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        boolean is64Bit = (low & TYPE) == TYPE_64_BIT;
        if (!is64Bit && (low & TYPE) != TYPE_32_BIT || is64Bit && index == COUNT - 1) {
            Log.error("BAR %d is of unknown type: 0x%08x", index, low);
            throw new DriverException(Errno.EOPNOTSUPP);
        }

        @U16 int command = function.read16(PciConfig.COMMAND);
        function.write16(PciConfig.COMMAND, command & ~(PciConfig.COMMAND_IO | PciConfig.COMMAND_MEMORY));
        function.write32(register, Uint32.MAX);
        @U32 long lowOnes = function.read32(register);
        function.write32(register, low);
        // Upper halves of a 32-bit register: an address below 2^32, and a size below 2^32 too.
        @U32 long high = 0;
        @U32 long highOnes = Uint32.MAX;
        if (is64Bit) {
            high = function.read32(register + 4);
            function.write32(register + 4, Uint32.MAX);
            highOnes = function.read32(register + 4);
            function.write32(register + 4, high);
        }
        function.write16(PciConfig.COMMAND, command);

        // The bits that stay 0 count the bytes of the range: the two's complement of those that stick is its size.
        @U64 long base = Uint64.fromHalves(high, low & ~FLAGS);
        @U64 long size = Uint64.wrappingSub(0, Uint64.fromHalves(highOnes, lowOnes & ~FLAGS));
        if (base == 0 || size == 0 || (lowOnes & ~FLAGS) == 0 && !is64Bit) {
            Log.error("BAR %d has no address: 0x%x, size 0x%x", index, base, size);
            throw new DriverException(Errno.ENXIO);
        }
        if ((size & Uint64.wrappingSub(size, 1)) != 0) {
            Log.error("BAR %d has size 0x%x, which is no power of two", index, size);
            throw new DriverException(Errno.EPROTO);
        }
        return new PciBar(base, size);
    }

    /**
     * The bus address of a structure inside this range.
     *
     * @param offset bytes from the start of the range
     * @param length bytes of the structure
     * @throws DriverException ERANGE where the structure leaves the range
     */
    public @U64 long addressOf(@U32 long offset, @U32 long length) throws DriverException {
        @U64 long end = offset + length;
        if (Uint64.lessThan(size, end)) {
            Log.error("a structure of 0x%x bytes at 0x%x leaves its BAR of 0x%x bytes", length, offset, size);
            throw new DriverException(Errno.ERANGE);
        }
        return Uint64.checkedAdd(base, offset);
    }
}
