// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U8;

/** Writes, and waits until the device says so; other registers may be written afterwards. */
public final class Waiting implements Resettable {
    private final Machine machine;

    /** Of a machine. */
    public Waiting(Machine machine) {
        this.machine = machine;
    }

    @Override
    public @U8 int status() {
        return machine.status().read();
    }

    private static void await(Resettable what) throws DriverException {
        Deadline deadline = Deadline.afterMillis(10);
        while (what.status() != 0) {
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT);
            }
            Cpu.relax();
        }
    }

    @Override
    public void reset() throws DriverException {
        machine.status().write(0);
        await(this);
        machine.page().write(12);
    }
}
