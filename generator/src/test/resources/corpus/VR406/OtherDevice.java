// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** Stops another device than the one that it has waited for. */
public final class OtherDevice {
    private final Engine engine;
    private final Engine other;

    /** For two devices. */
    public OtherDevice(Engine engine, Engine other) {
        this.engine = engine;
        this.other = other;
    }

    /** Waits. */
    public void await() throws DriverException {
        Deadline deadline = Deadline.afterMillis(100);
        while (engine.isBusy()) {
            if (deadline.expired()) {
                other.halt(); // expect VR406: The wait is given up
                throw new DriverException(Errno.EIO); // expect VR406: The wait is given up
            }
            Cpu.relax();
        }
    }
}
