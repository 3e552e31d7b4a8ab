// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** The failure says the same as success. */
public final class OnErrorPath {
    private OnErrorPath() {}

    /** Whether it worked. */
    public static boolean tell(Uart uart) { // expect VR118: OnErrorPath.tell gives true on every way out.
        try {
            refuseZero(uart.status().read());
            return true;
        } catch (DriverException e) {
            uart.doorbell().write(0);
            return true;
        }
    }

    private static void refuseZero(@U32 long status) throws DriverException {
        if (status == 0) {
            throw new DriverException(Errno.ENODATA);
        }
    }
}
