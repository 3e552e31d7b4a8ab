// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;

/** What became of the mending is dropped. */
public final class OnErrorPath {
    private OnErrorPath() {}

    private static void start(Uart uart) throws DriverException {
        if (uart.status().read() != 0) {
            throw new DriverException(Errno.EIO);
        }
    }

    private static boolean mend(Uart uart) {
        return uart.status().read() == 0;
    }

    /** Starts. */
    public static boolean run(Uart uart) {
        try {
            start(uart);
            return true;
        } catch (DriverException e) {
            Log.warn("not started: %s", e.errno());
            mend(uart); // expect VR804: The result of OnErrorPath.mend is ignored
            return false;
        }
    }
}
