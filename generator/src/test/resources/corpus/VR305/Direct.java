// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U64;

/** A capacity compared as signed. */
public final class Direct {
    private Direct() {}

    /** Whether a sector exists. */
    public static boolean exists(@U64 long sector, @U64 long capacity) {
        return sector < capacity; // expect VR305: compared as signed
    }
}
