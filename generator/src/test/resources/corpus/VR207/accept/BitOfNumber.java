// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Bit;
import vireo.dsl.BitNumber;

/** Bits made from their numbers. */
public final class BitOfNumber {
    private BitOfNumber() {}

    private static final @BitNumber int VERSION_1 = 3;

    /** Whether the feature is offered. */
    public static boolean offered(Uart uart) {
        return Bit.isSet(uart.features().read(), VERSION_1);
    }
}
