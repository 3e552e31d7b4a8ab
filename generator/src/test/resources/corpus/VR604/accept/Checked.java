// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** Compared with limits of the driver's own. */
public final class Checked {
    private final Uart uart;

    /** Drives a device. */
    public Checked(Uart uart) {
        this.uart = uart;
    }

    /** Clears the keys. */
    public void clear() throws DriverException {
        @U32 long keys = uart.status().read();
        if (keys > 64) {
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        for (long i = 0; i < keys; i++) {
            uart.data().write(0);
        }
    }

    /** Waits until the device is ready. */
    public void await() throws DriverException {
        @U32 long patience = uart.status().read();
        Deadline deadline = Deadline.afterMillis(patience < 100 ? patience : 100);
        while (uart.data().read() == 0) {
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT);
            }
        }
    }
}
