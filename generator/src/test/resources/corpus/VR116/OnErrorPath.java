// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** The reason is chosen, and another one thrown. */
public final class OnErrorPath {
    private OnErrorPath() {}

    /** Reads, or says why not. */
    public static @U32 long read(Uart uart) throws DriverException {
        Errno reason = Errno.EIO;
        try {
            refuseZero(uart.status().read());
        } catch (DriverException e) {
            if (uart.control().read() != 0) {
                reason = Errno.ENODEV; // expect VR116: The value stored to 'reason' here is never read.
                throw new DriverException(Errno.EIO);
            }
            throw new DriverException(reason);
        }
        return uart.data().read();
    }

    private static void refuseZero(@U32 long status) throws DriverException {
        if (status == 0) {
            throw new DriverException(Errno.ENODATA);
        }
    }
}
