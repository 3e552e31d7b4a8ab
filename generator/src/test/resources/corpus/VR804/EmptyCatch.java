// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U16;

/** An error that nobody hears of. */
public final class EmptyCatch {
    private EmptyCatch() {}

    /** Tries. */
    public static void run(@U16 int number, Uart uart) {
        try { // expect VR804: the error is lost
            uart.data().write(Step.even(number));
        } catch (DriverException e) {
            // Nothing to do.
        }
    }
}
