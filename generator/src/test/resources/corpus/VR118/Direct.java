// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;

/** Kept, and never kept up. */
public final class Direct {
    private static final int SIZE = 8;

    private final boolean[] taken = new boolean[SIZE]; // expect VR118: Nothing is ever stored to 'taken' but what a new array is full of.
    private final @U16 int[] ages = new int[SIZE]; // expect VR118: Nothing is ever stored to 'ages' but what a new array is full of.
    private boolean broken = false; // expect VR118: The field 'broken' is always false
    private Phase phase = Phase.IDLE; // expect VR118: The field 'phase' is always IDLE
    private @U32 long limit; // expect VR118: Nothing changes the field 'limit' once its object is made.

    /** So many at most. */
    public Direct(@U32 long limit) {
        this.limit = limit;
    }

    /** Whether one more may be taken. */
    public boolean mayTake(@Range(max = SIZE - 1) int slot, @U32 long count) {
        return !broken && phase != Phase.OVER && phase != Phase.BUSY && !taken[slot] && ages[slot] < 4 && count < limit;
    }

    /** Gives one back. */
    public void giveBack(@Range(max = SIZE - 1) int slot) {
        taken[slot] = false;
        broken = false;
        phase = Phase.IDLE;
    }
}
