// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** One too far. */
public final class OffByOne {
    private final @U16 int[] values = new int[8];

    /** Clears. */
    public OffByOne() {
        for (int i = 0; i <= 8; i++) {
            values[i] = 0; // expect VR303: not known to be below
        }
    }
}
