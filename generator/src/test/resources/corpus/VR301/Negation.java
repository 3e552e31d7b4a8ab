// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** The smallest int has no opposite. */
public final class Negation {
    private Negation() {}

    /** The opposite. */
    public static int opposite(int a) {
        return -a; // expect VR301: may leave an int
    }
}
