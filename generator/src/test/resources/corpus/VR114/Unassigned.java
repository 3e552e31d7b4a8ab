// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Ways on which a value is missing. */
public final class Unassigned {
    private Unassigned() {}

    /** Not assigned on the other way. */
    public static int pick(boolean first) {
        int value;
        if (first) {
            value = 1;
        }
        return value; // expect VR114: value
    }

    /** No result on the other way. */
    public static int sign(boolean negative) {
        if (negative) {
            return -1;
        }
    } // expect VR114: result
}
