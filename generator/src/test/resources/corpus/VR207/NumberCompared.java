// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitNumber;

/** A word of features compared with the number of one. */
public final class NumberCompared {
    private static final @BitNumber int VERSION_1 = 3;

    private NumberCompared() {}

    /** Whether it is the only one offered. */
    public static boolean only(Uart uart) {
        return uart.features().read() == VERSION_1; // expect VR207: A mask is compared with the number of a bit
    }
}
