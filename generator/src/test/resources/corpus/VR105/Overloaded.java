// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U8;

/** Two methods that would be one function. */
public final class Overloaded {
    private Overloaded() {}

    /** A number. */
    public static int size(@U8 int value) {
        return value;
    }

    /** Another. */
    public static int size(boolean large) { // expect VR105: size
        return large ? 2 : 1;
    }
}
