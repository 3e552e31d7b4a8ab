// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U16;

/** A value that may have any bit, on the path where a step failed. */
public final class OnErrorPath {
    private OnErrorPath() {}

    /** Writes. */
    public static void enable(Uart uart, @U16 int number) {
        try {
            uart.control().write(Step.even(number) & 0x3);
        } catch (DriverException e) {
            uart.control().write(number); // expect VR207: outside 0x3
        }
    }
}
