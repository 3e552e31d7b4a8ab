// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.FreeRunning;
import vireo.dsl.Range;
import vireo.dsl.U16;

/** Indices that run through a ring evenly. */
public final class EvenMask {
    private static final int SIZE = 8;
    private static final int LAST = SIZE - 1;

    private EvenMask() {}

    /** By a literal, by constants, by a size. */
    public static int slots(@FreeRunning @U16 int index, @Range(min = 1, max = 256) int size) {
        int sum = index & 3;
        sum += index & LAST;
        sum += index & (SIZE - 1);
        return sum + (index & (size - 1));
    }

    /** What is done at a slot. */
    public static boolean third(@FreeRunning @U16 int index) {
        switch (index & LAST) {
            case 3:
                return true;
            default:
                return false;
        }
    }
}
