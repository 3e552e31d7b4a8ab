// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.FreeRunning;
import vireo.dsl.U16;

/** A distance that is negative after 65,535 entries. */
public final class Arithmetic {
    private Arithmetic() {}

    /** How many. */
    public static int pending(@FreeRunning @U16 int index, @FreeRunning @U16 int seen) {
        return index - seen; // expect VR306: Ordinary arithmetic
    }
}
