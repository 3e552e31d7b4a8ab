// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** Where the error is handled, it is known that there is one. */
public final class OnErrorPath {
    private OnErrorPath() {}

    /** Stops where it fails. */
    public static void run(Uart uart) throws DriverException {
        boolean started = false;
        try {
            refuseZero(uart.status().read());
            started = true;
        } catch (DriverException e) {
            if (started) { // expect VR117: 'started' is always false here.
                uart.doorbell().write(0);
            }
            throw e;
        }
        if (started) { // expect VR117: 'started' is always true here.
            uart.doorbell().write(1);
        }
    }

    private static void refuseZero(@U32 long status) throws DriverException {
        if (status == 0) {
            throw new DriverException(Errno.ENODATA);
        }
    }
}
