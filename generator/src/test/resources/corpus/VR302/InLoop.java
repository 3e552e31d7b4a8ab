// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;
import vireo.dsl.U8;

/** Bounded by a value that changes with it. */
public final class InLoop {
    private InLoop() {}

    /** The last step. */
    public static @Range(min = 0, max = 15) int last(@U8 int steps) {
        int step = 0;
        for (int i = 0; i < steps; i++) {
            step = i;
        }
        return step; // expect VR302: may not fit the result
    }
}
