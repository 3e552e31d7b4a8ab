// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** Mended: it waits until the device says so, and fails where it does not. */
public final class RcoreResetNotAwaited implements Resettable {
    private final MmioRegisters registers;

    /** A device. */
    public RcoreResetNotAwaited(MmioRegisters registers) {
        this.registers = registers;
    }

    @Override
    public @U32 long status() {
        return registers.status().read();
    }

    @Override
    public void reset() throws DriverException {
        registers.status().write(0);
        Deadline deadline = Deadline.afterMillis(100);
        while (status() != 0) {
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT);
            }
            Cpu.relax();
        }
    }
}
