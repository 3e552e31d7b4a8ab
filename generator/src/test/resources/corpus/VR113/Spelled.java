// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Log;

/** Characters as arguments, which Java boxes as characters. */
public final class Spelled {
    private Spelled() {}

    public static void report(boolean yes) {
        Log.info("answer %d", 'y'); // expect VR113: a character is no argument of a format
        Log.info("answer %d", yes ? 'y' : 'n'); // expect VR113: a character is no argument of a format
    }
}
