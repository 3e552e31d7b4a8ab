// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Log;
import vireo.dsl.U32;

/** Formats that fit. */
public final class Fitting {
    private Fitting() {}

    /** As many conversions as arguments. */
    public static void size(@U32 long sectors) {
        Log.info("%u sectors of %u bytes", sectors, 512);
        Log.info("disk of 0x%08x sectors, 100%%", sectors);
    }
}
