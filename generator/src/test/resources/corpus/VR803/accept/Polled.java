// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** Looks at the clock on every way round. */
public final class Polled {
    private final Uart uart;

    /** Watches a device. */
    public Polled(Uart uart) {
        this.uart = uart;
    }

    /** Resets the device. */
    public void reset() throws DriverException {
        uart.control().write(0);
        Deadline deadline = Deadline.afterMillis(100);
        while (uart.status().read() != 0 && !deadline.expired()) {
            Cpu.relax();
        }
        if (uart.status().read() != 0) {
            throw new DriverException(Errno.ETIMEDOUT);
        }
    }

    /** Waits for data. */
    public @U32 long receive() throws DriverException {
        Deadline deadline = Deadline.afterMillis(100);
        for (;;) {
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT);
            }
            @U32 long status = uart.status().read();
            if (status == 2) {
                continue;
            }
            if (status == 1) {
                return uart.data().read();
            }
        }
    }
}
