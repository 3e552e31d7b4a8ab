// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;
import vireo.dsl.U16;

/** What the loop's own test says, and a loop that never runs. */
public final class InLoop {
    private static final int SIZE = 8;

    private final @U16 int[] values = new int[SIZE];

    /** Sets one. */
    public void set(@Range(max = SIZE - 1) int at, @U16 int value) {
        values[at] = value;
    }

    /** The largest. */
    public @U16 int largest() {
        @U16 int largest = 0;
        for (int i = 0; i < SIZE; i++) {
            if (i < values.length && values[i] > largest) { // expect VR117: 'i < values.length' is always true here.
                largest = values[i];
            }
        }
        return largest;
    }

    /** Downwards, with the sign the wrong way. */
    public int zeros() {
        int zeros = 0;
        for (int i = SIZE - 1; i < 0; i++) { // expect VR117: 'i < 0' is always false here.
            zeros++;
        }
        return zeros;
    }
}
