// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitNumber;

/** The number of a feature written where its bit belongs. */
public final class NumberWritten {
    private NumberWritten() {}

    private static final @BitNumber int VERSION_1 = 3;

    /** Accepts the feature. */
    public static void accept(Uart uart) {
        uart.features().write(VERSION_1); // expect VR207: bit number
    }
}
