// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;

/** Two methods that call each other. */
public final class Mutual {
    private Mutual() {}

    /** Whether n is even. */
    public static boolean even(@Range(min = 0, max = 100) int n) {
        return n == 0 || odd(n - 1);
    }

    /** Whether n is odd. */
    public static boolean odd(@Range(min = 0, max = 100) int n) {
        return n != 0 && even(n - 1); // expect VR102: by way of others
    }
}
