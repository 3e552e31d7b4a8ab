// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** The device decides how long the driver waits. */
public final class AcrossCall {
    private final Uart uart;

    /** Drives a device. */
    public AcrossCall(Uart uart) {
        this.uart = uart;
    }

    /** Waits until the device is ready. */
    public void await() throws DriverException {
        Deadline deadline = Deadline.afterMillis(patience()); // expect VR604: The device decides what
        while (uart.data().read() == 0) {
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT);
            }
        }
    }

    private @U32 long patience() {
        return uart.status().read();
    }
}
