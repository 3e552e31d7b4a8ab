// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Both ways have a value. */
public final class Assigned {
    private Assigned() {}

    /** Assigned on both ways. */
    public static int pick(boolean first) {
        int value;
        if (first) {
            value = 1;
        } else {
            value = 2;
        }
        return value;
    }

    /** A result on both ways. */
    public static int sign(boolean negative) {
        if (negative) {
            return -1;
        }
        return 1;
    }
}
