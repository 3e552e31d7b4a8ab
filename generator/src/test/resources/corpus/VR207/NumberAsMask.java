// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitNumber;

/** The number of a feature taken for its bit. */
public final class NumberAsMask {
    private NumberAsMask() {}

    private static final @BitNumber int VERSION_1 = 3;

    /** Whether the feature is offered. */
    public static boolean offered(Uart uart) {
        return (uart.features().read() & VERSION_1) != 0; // expect VR207: used as a mask
    }
}
