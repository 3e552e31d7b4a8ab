// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Log;
import vireo.dsl.U32;

/** Formats that do not fit what they print. */
public final class Report {
    private Report() {}

    /** One conversion too many, and one of another kind. */
    public static void size(@U32 long sectors) {
        Log.info("%u sectors of %u bytes", sectors); // expect VR113: 1 values
        Log.info("disk %s", sectors); // expect VR113: %s
    }
}
