// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

/** Numbers as they lie in memory, the least significant byte first. */
final class LittleEndianBytes {
    private LittleEndianBytes() {}

    /** The number in some bytes, at most 8. */
    static long number(byte[] bytes, int offset, int width) {
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << 8 | Byte.toUnsignedLong(bytes[offset + i]);
        }
        return value;
    }

    /** The low bytes of a number. */
    static byte[] of(long value, int width) {
        byte[] bytes = new byte[width];
        put(value, bytes, 0, width);
        return bytes;
    }

    /** Writes the low bytes of a number. */
    static void put(long value, byte[] bytes, int offset, int width) {
        for (int i = 0; i < width; i++) {
            bytes[offset + i] = (byte) (value >>> 8 * i);
        }
    }

    /**
     * Lays bytes of one number over another, both known by where they start.
     *
     * @param number the lower one, {@code width} bytes at {@code offset}
     * @param over the upper one, {@code overWidth} bytes at {@code overOffset}; the two may lie apart
     */
    static long overlay(long number, int offset, int width, long over, int overOffset, int overWidth) {
        long result = number;
        for (int i = 0; i < width; i++) {
            int from = offset + i - overOffset;
            if (from >= 0 && from < overWidth) {
                result = result & ~(0xFFL << 8 * i) | (over >>> 8 * from & 0xFF) << 8 * i;
            }
        }
        return result;
    }
}
