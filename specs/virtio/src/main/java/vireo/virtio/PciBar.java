// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.ByteOffset;
import vireo.dsl.Bytes;
import vireo.dsl.DeviceAddress;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint16;
import vireo.dsl.Uint32;
import vireo.dsl.Uint64;
import vireo.dsl.Window;

/**
 * A range of memory addresses, or of I/O ports, that a PCI function answers to. PCI Local Bus 3.0, 6.2.5.
 *
 * @param isPorts whether it is a range of ports
 * @param base the bus address, or the number, of the first
 * @param size bytes, or ports: a power of two
 */
public record PciBar(boolean isPorts, @DeviceAddress @U64 long base, @Bytes @U64 long size) {
    /** Base address registers of a function. */
    @SpecRow("pci-3.0#base-address/registers")
    public static final @Bar int COUNT = 6;

    @SpecRow("pci-3.0#base-address/io_space")
    private static final int IO_SPACE = 1;
    @SpecRow("pci-3.0#base-address/io_flags")
    private static final long IO_FLAGS = 0x3;
    @SpecRow("pci-3.0#base-address/type_mask")
    private static final int TYPE = 6;
    @SpecRow("pci-3.0#base-address/type_32_bit")
    private static final int TYPE_32_BIT = 0;
    @SpecRow("pci-3.0#base-address/type_64_bit")
    private static final int TYPE_64_BIT = 4;
    @SpecRow("pci-3.0#base-address/memory_flags")
    private static final long MEMORY_FLAGS = 0xF;
    private static final @Bytes int REGISTER_BYTES = 4;
    private static final @ByteOffset int LAST_REGISTER = PciConfig.BAR_0 + REGISTER_BYTES * (COUNT - 1);
    private static final @DeviceAddress long PORTS = 0x1_0000;

    /** The upper half of a register for ports, which a function may leave out: all ports lie below. */
    private static final long PORT_UPPER_HALF = 0xFFFF_0000L;

    /**
     * Reads a base address register, and finds the size of its range the one way there is: by writing ones and looking which of
     * them stick. Afterwards everything is as it was.
     *
     * @param index which of the six registers; one of 64 bits takes the next register too
     * @throws DriverException EOPNOTSUPP for a range of unknown type; ENXIO for a register that the function does not have or the
     *     firmware has assigned no address to; EPROTO for a size that is no power of two
     */
    public static PciBar locate(PciFunction function, @Bar @Range(max = COUNT - 1) int index) throws DriverException {
        int register = PciConfig.BAR_0 + REGISTER_BYTES * index;
        @U32 long low = function.read32(register);
        boolean isPorts = (low & IO_SPACE) != 0;
        @U64 long base;
        @U64 long ones;
        if (isPorts) {
            base = low & ~IO_FLAGS;
            ones = upToTheTop(findOnes(function, register) & ~IO_FLAGS, PORT_UPPER_HALF);
        } else if ((low & TYPE) == TYPE_32_BIT) {
            base = low & ~MEMORY_FLAGS;
            ones = upToTheTop(findOnes(function, register) & ~MEMORY_FLAGS, 0);
        } else if ((low & TYPE) == TYPE_64_BIT && index < COUNT - 1) {
            base = Uint64.fromHalves(function.read32(register + 4), low & ~MEMORY_FLAGS);
            @U32 long lowOnes = findOnes(function, register) & ~MEMORY_FLAGS;
            ones = Uint64.fromHalves(findOnes(function, register + 4), lowOnes);
        } else {
            Log.error("BAR %d is of unknown type: 0x%08x", index, low);
            throw new DriverException(Errno.EOPNOTSUPP);
        }

        // The bits that stay 0 count the bytes of the range: the two's complement of those that stick is its size.
        @U64 long size = Uint64.wrappingSub(0, ones);
        if (base == 0 || size == 0) {
            Log.error("BAR %d has no address: 0x%x, size 0x%x", index, base, size);
            throw new DriverException(Errno.ENXIO);
        }
        if ((size & Uint64.wrappingSub(size, 1)) != 0) {
            Log.error("BAR %d has size 0x%x, which is no power of two", index, size);
            throw new DriverException(Errno.EPROTO);
        }
        return new PciBar(isPorts, (@DeviceAddress long) base, (@Bytes long) size);
    }

    /** The bits of a base address register that can be ones. The function answers to nothing while they are found. */
    private static @U32 long findOnes(
            PciFunction function,
            @ByteOffset @Range(min = PciConfig.BAR_0, max = LAST_REGISTER) int register) {
        @U16 int command = function.read16(PciConfig.COMMAND);
        @U32 long value = function.read32(register);
        function.write16(PciConfig.COMMAND, command & ~(PciConfig.COMMAND_IO | PciConfig.COMMAND_MEMORY));
        function.write32(register, Uint32.MAX);
        @U32 long ones = function.read32(register);
        function.write32(register, value);
        function.write16(PciConfig.COMMAND, command);
        return ones;
    }

    /** Extends the ones of a register of 32 bits to 64; none stay none. */
    private static @U64 long upToTheTop(@U32 long ones, @U32 long implied) {
        return ones == 0 ? 0 : Uint64.fromHalves(Uint32.MAX, ones | implied);
    }

    /** The bit of the function's command register that lets it answer to this range. */
    public @U16 int decoding() {
        return isPorts ? PciConfig.COMMAND_IO : PciConfig.COMMAND_MEMORY;
    }

    /**
     * Maps a structure inside this range.
     *
     * @param offset bytes from the start of the range
     * @param length bytes of the structure
     * @throws DriverException ERANGE where the structure leaves the range, or the range the ports; EOVERFLOW where it leaves the
     *     address space; EOPNOTSUPP for ports on a machine without; EINVAL, ENOMEM where it cannot be mapped
     */
    public Window map(PhysMapper mapper, @Bytes @U32 long offset, @Bytes @Range(min = 1, max = PORTS) long length)
            throws DriverException {
        @U64 long end = offset + length;
        if (Uint64.lessThan(size, end)) {
            Log.error("a structure of 0x%x bytes at 0x%x leaves its BAR of 0x%x bytes", length, offset, size);
            throw new DriverException(Errno.ERANGE);
        }
        @U64 long start = Uint64.checkedAdd(base, offset);
        if (!isPorts) {
            return mapper.map(start, length);
        }
        if (Uint64.lessThan(PORTS - length, start)) {
            Log.error("I/O ports at 0x%x lie above 0xffff, where there are none", start);
            throw new DriverException(Errno.ERANGE);
        }
        try {
            return mapper.mapPorts(Uint16.truncate(start), length);
        } catch (DriverException e) {
            Log.error("I/O ports from 0x%x cannot be mapped", start);
            throw e;
        }
    }
}
