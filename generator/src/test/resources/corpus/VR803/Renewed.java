// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** A deadline that begins anew on each round never passes. */
public final class Renewed {
    private final Uart uart;

    /** Watches a device. */
    public Renewed(Uart uart) {
        this.uart = uart;
    }

    /** Waits until the device is ready. */
    public void await() throws DriverException {
        while (uart.status().read() == 0) { // expect VR803: no deadline is tested
            Deadline deadline = Deadline.afterMillis(100);
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT);
            }
        }
    }
}
