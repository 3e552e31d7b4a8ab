// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U64;
import vireo.dsl.Uint64;

/** Compared and divided as what they are. */
public final class AsUnsigned {
    private AsUnsigned() {}

    /** Whether a sector exists. */
    public static boolean exists(@U64 long sector, @U64 long capacity) {
        return Uint64.lessThan(sector, capacity);
    }

    /** Sectors. */
    public static @U64 long sectors(@U64 long bytes) {
        return Uint64.divide(bytes, 512);
    }
}
