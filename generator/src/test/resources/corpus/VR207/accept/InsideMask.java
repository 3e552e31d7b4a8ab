// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** Values that stay inside the mask. */
public final class InsideMask {
    private InsideMask() {}

    /** Writes. */
    public static void enable(Uart uart, @U16 int number) {
        uart.control().write(0x3);
        uart.control().write(number & 0x2);
        uart.control().write(number % 4);
        if (number < 4) {
            uart.control().write(number);
        }
    }
}
