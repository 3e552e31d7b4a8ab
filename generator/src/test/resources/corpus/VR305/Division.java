// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U64;

/** Divided as signed. */
public final class Division {
    private Division() {}

    /** Sectors. */
    public static @U64 long sectors(@U64 long bytes) {
        return bytes / 512; // expect VR305: divided as signed
    }
}
