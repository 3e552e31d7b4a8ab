// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.U8;

/** Waits in a method that gives up quietly. */
public final class AcrossCall implements Resettable {
    private final Machine machine;

    /** Of a machine. */
    public AcrossCall(Machine machine) {
        this.machine = machine;
    }

    @Override
    public @U8 int status() {
        return machine.status().read();
    }

    private void await() {
        Deadline deadline = Deadline.afterMillis(10);
        while (status() != 0) {
            if (deadline.expired()) {
                return;
            }
            Cpu.relax();
        }
    }

    @Override
    public void reset() throws DriverException {
        machine.status().write(0);
        await(); // expect VR705: ends without having seen the device's status become 0
    }
}
