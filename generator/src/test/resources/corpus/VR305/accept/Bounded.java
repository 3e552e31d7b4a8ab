// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U64;
import vireo.dsl.Uint64;

/** Known to be small, so that both orders agree. */
public final class Bounded {
    private Bounded() {}

    /** Sectors. */
    public static long sectors(@U64 long bytes) throws DriverException {
        if (!Uint64.atMost(bytes, 0x7FFF_FFFF)) {
            throw new DriverException(Errno.ERANGE);
        }
        return bytes / 512;
    }

    /** The lower half of all values. */
    public static boolean small(@U64 long bytes) {
        return bytes >>> 1 < 16;
    }
}
