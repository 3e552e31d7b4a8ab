// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.U32;

/** Mended: calculated in 64 bits. */
public final class LinuxMaxDmaSizeOverflow {
    private LinuxMaxDmaSizeOverflow() {}

    /** Whole sectors that the device takes in one segment. */
    public static @U32 long sectors(BlkConfig config) {
        @U32 long sizeMax = config.sizeMax().read();
        long bytes = sizeMax >> 1;
        return (bytes + 511) / 512;
    }
}
