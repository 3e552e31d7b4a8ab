// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The content of a sector as a function of its number and a seed, so that a sector read from the
 * wrong place never looks right. The guest has the same function: guest/pattern.c.
 *
 * @param seed 0 to 255; sectors of different seeds differ
 */
record SectorPattern(int seed) {

    /** Bytes in a sector of VirtIO's, whatever the disk's block size. */
    static final int SECTOR = 512;

    private static final int WORDS = SECTOR / Long.BYTES;

    /** The bytes of consecutive sectors. */
    byte[] sectors(long first, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count * WORDS; i++) {
            bytes.putLong(mixed(((long) seed << 56) ^ (first * WORDS + i)));
        }
        return bytes.array();
    }

    /** SplitMix64's output function: neighbouring numbers become unrelated ones. */
    private static long mixed(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
