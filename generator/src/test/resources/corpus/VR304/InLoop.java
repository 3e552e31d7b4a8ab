// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** Divided once too often. */
public final class InLoop {
    private InLoop() {}

    /** Steps. */
    public static int steps(@U16 int total) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum = total / i; // expect VR304: may be zero
        }
        return sum;
    }
}
