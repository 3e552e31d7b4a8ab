// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Discardable;
import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.U16;

/** Results used, errors handled. */
public final class Used {
    private Used() {}

    /** Tries. */
    public static void run(@U16 int number, Uart uart) {
        try {
            uart.data().write(Step.even(number));
        } catch (DriverException e) {
            Log.warn("%s", e.errno());
        }
        hint(number);
    }

    @Discardable
    private static @U16 int hint(@U16 int number) {
        return Step.halved(number);
    }
}
