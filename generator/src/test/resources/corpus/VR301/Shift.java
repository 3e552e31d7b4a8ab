// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** A bit that is pushed out. */
public final class Shift {
    private Shift() {}

    /** Bytes. */
    public static int bytes(@U16 int pages) {
        return pages << 16; // expect VR301: may leave an int
    }
}
