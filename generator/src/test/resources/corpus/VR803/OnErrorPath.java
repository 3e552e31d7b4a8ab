// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.U32;

/** Looks at the clock, but not where the device reports an error. */
public final class OnErrorPath {
    private final Uart uart;

    /** Watches a device. */
    public OnErrorPath(Uart uart) {
        this.uart = uart;
    }

    /** Waits for data. */
    public @U32 long receive() throws DriverException {
        Deadline deadline = Deadline.afterMillis(100);
        while (true) { // expect VR803: no deadline is tested
            @U32 long status = uart.status().read();
            if (status == 2) {
                Log.warn("device reports an error");
                continue;
            }
            if (status == 1) {
                return uart.data().read();
            }
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT);
            }
        }
    }
}
