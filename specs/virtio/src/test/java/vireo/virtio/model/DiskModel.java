// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The sectors of a disk. One that was never written holds bytes derived from its number, so that a wrong sector shows. */
public final class DiskModel {
    /** Bytes of a sector. */
    public static final int SECTOR = 512;

    private final Map<Long, byte[]> written = new HashMap<>();

    /** The bytes of some sectors. */
    public byte[] read(long sector, int length) {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; at += SECTOR) {
            byte[] one = written.getOrDefault(sector + at / SECTOR, pattern(sector + at / SECTOR));
            System.arraycopy(one, 0, bytes, at, SECTOR);
        }
        return bytes;
    }

    /** Replaces some sectors. */
    public void write(long sector, byte[] bytes) {
        for (int at = 0; at < bytes.length; at += SECTOR) {
            written.put(sector + at / SECTOR, Arrays.copyOfRange(bytes, at, at + SECTOR));
        }
    }

    private static byte[] pattern(long sector) {
        byte[] bytes = new byte[SECTOR];
        for (int i = 0; i < SECTOR; i++) {
            bytes[i] = (byte) ((sector >>> 8 * (i % 8)) + i * 31);
        }
        return bytes;
    }
}
