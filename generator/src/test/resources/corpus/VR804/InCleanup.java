// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U16;

/** Ignored where it cleans up. */
public final class InCleanup {
    private InCleanup() {}

    /** Tries. */
    public static void run(@U16 int number, Uart uart) throws DriverException {
        try {
            uart.data().write(Step.even(number));
        } finally {
            Step.halved(number); // expect VR804: is ignored
        }
    }
}
