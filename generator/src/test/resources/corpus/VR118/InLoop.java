// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** The quotient of every round. */
public final class InLoop {
    private static final int SIZE = 8;

    private final @U16 int[] weights = new int[SIZE];

    /** Sets one. */
    public void set(@U16 int at, @U16 int weight) {
        weights[at & (SIZE - 1)] = weight;
    }

    /** How many are heavy. */
    public int heavy() {
        int heavy = 0;
        for (int i = 0; i < SIZE; i++) {
            int group = i / SIZE; // expect VR118: 'i / SIZE' is always 0.
            if (weights[i] > group) {
                heavy = i;
            }
        }
        return heavy;
    }
}
