// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** Mended: it gives up after a while, and says so. */
public final class SddfEndlessWait {
    private SddfEndlessWait() {}

    /** Resets a device. */
    public static void reset(MmioRegisters registers) throws DriverException {
        registers.status().write(0);
        Deadline deadline = Deadline.afterMillis(100);
        while (registers.status().read() != 0) {
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT);
            }
            Cpu.relax();
        }
    }
}
