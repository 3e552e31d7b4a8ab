// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;
import vireo.dsl.U32;

/** Kept in an array that nobody opens. */
public final class Shelf {
    private static final int SIZE = 4;

    private final @U32 long[] kept = new long[SIZE]; // expect VR116: The field 'kept' is never read.

    /** Keeps it. */
    public void keep(@Range(max = SIZE - 1) int at, @U32 long value) {
        kept[at] = value;
    }
}
