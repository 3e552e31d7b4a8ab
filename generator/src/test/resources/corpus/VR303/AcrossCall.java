// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;

/** The callee's bound is not the array's. */
public final class AcrossCall {
    private AcrossCall() {}

    /** Marks. */
    public static void mark(Uart uart) {
        uart.channels().at(pick(uart)).write(1); // expect VR303: not known to be below
    }

    private static @Range(min = 0, max = 4) int pick(Uart uart) {
        return (int) (uart.status().read() & 3);
    }
}
