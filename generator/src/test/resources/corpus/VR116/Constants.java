// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** The wrong one of two names. */
public final class Constants {
    private static final int FIRST = 4;
    private static final int SECOND = 8; // expect VR116: The constant 'SECOND' is never used.
    /** Nobody outside has asked for it: {@link #THIRD}. */
    public static final int THIRD = FIRST + 8; // expect VR116: The constant 'THIRD' is never used.

    private Constants() {}

    /** Both offsets. */
    public static int of(@U16 int base, boolean second) {
        return second ? base + FIRST : base + FIRST - 1;
    }
}
