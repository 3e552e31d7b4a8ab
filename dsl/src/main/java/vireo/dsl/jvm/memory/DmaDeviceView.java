// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import vireo.dsl.jvm.RangeCheck;

/**
 * Device-visible memory as a device sees it: by physical address, and only what the driver has allocated and not
 * freed. Numbers are little-endian in memory.
 *
 * <p>An {@link Arena} gives one; a test that runs compiled C gives its own, and the same device models serve both.
 */
public interface DmaDeviceView {
    /**
     * Reads bytes, at once.
     *
     * @throws MemoryFault where they are not in one live allocation of the driver
     */
    byte[] readBytes(long address, int length);

    /**
     * Writes bytes, at once.
     *
     * @throws MemoryFault where they are not in one live allocation of the driver
     */
    void writeBytes(long address, byte[] bytes);

    /** Reads one byte. */
    default int read8(long address) {
        return (int) LittleEndianBytes.number(readBytes(address, 1), 0, 1);
    }

    /** Reads a number of 16 bits. */
    default int read16(long address) {
        return (int) LittleEndianBytes.number(readBytes(address, 2), 0, 2);
    }

    /** Reads a number of 32 bits. */
    default long read32(long address) {
        return LittleEndianBytes.number(readBytes(address, 4), 0, 4);
    }

    /** Reads a number of 64 bits. */
    default long read64(long address) {
        return LittleEndianBytes.number(readBytes(address, 8), 0, 8);
    }

    /** Writes one byte. */
    default void write8(long address, int value) {
        writeBytes(address, LittleEndianBytes.of(RangeCheck.u8(value, "DmaDeviceView.", "write8"), 1));
    }

    /** Writes a number of 16 bits. */
    default void write16(long address, int value) {
        writeBytes(address, LittleEndianBytes.of(RangeCheck.u16(value, "DmaDeviceView.", "write16"), 2));
    }

    /** Writes a number of 32 bits. */
    default void write32(long address, long value) {
        writeBytes(address, LittleEndianBytes.of(RangeCheck.u32(value, "DmaDeviceView.", "write32"), 4));
    }

    /** Writes a number of 64 bits. */
    default void write64(long address, long value) {
        writeBytes(address, LittleEndianBytes.of(value, 8));
    }
}
