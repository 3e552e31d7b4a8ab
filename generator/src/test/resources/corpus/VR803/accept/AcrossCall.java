// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** Other methods look at the clock. */
public final class AcrossCall {
    private final Uart uart;

    /** Watches a device. */
    public AcrossCall(Uart uart) {
        this.uart = uart;
    }

    /** Waits until the device is ready. */
    public void await() throws DriverException {
        Deadline deadline = Deadline.afterMillis(100);
        while (uart.status().read() == 0) {
            pause(deadline);
        }
    }

    /** Waits until the device is ready, or not: says which. */
    public boolean isReadySoon() {
        Deadline deadline = Deadline.afterMillis(100);
        while (uart.status().read() == 0) {
            if (isLate(deadline)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLate(Deadline deadline) {
        return deadline.expired();
    }

    private static void pause(Deadline deadline) throws DriverException {
        if (isLate(deadline)) {
            throw new DriverException(Errno.ETIMEDOUT);
        }
        Cpu.relax();
    }
}
