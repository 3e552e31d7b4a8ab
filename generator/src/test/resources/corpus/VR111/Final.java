// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Values that were promised not to change. */
public final class Final {
    private Final() {}

    /** A variable and a parameter, assigned again. */
    public static int next(final int given) {
        final int one = 1;
        one = 2; // expect VR111: final
        given++; // expect VR111: final
        return one;
    }
}
