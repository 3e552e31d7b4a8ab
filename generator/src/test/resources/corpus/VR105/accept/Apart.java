// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U8;

/** Names that stay apart in C. */
public final class Apart {
    private Apart() {}

    /** A number. */
    public static int size(@U8 int value) {
        return value;
    }

    /** Another. */
    public static int sizeClass(boolean large) {
        return large ? 2 : 1;
    }
}
