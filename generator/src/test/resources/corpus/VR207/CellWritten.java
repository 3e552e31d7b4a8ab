// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** A number in a cell of flags. */
public final class CellWritten {
    private CellWritten() {}

    /** Writes. */
    public static void mark(Flagged entry, @U16 int number) {
        entry.flags().set(number); // expect VR207: a mask, but is not declared @BitMask
    }
}
