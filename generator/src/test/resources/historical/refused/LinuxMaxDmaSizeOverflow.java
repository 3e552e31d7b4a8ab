// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.U32;

/**
 * Linux, CVE-2023-52762, seen as arithmetic: "no limit" fills all bits of its type, and rounding it up to whole
 * sectors in a type of the same width gives a limit of nothing.
 */
public final class LinuxMaxDmaSizeOverflow {
    private LinuxMaxDmaSizeOverflow() {}

    /** Whole sectors that the device takes in one segment. */
    public static @U32 long sectors(BlkConfig config) {
        @U32 long sizeMax = config.sizeMax().read();
        int bytes = (int) (sizeMax >> 1);
        return (bytes + 511) / 512; // expect VR301: may
    }
}
