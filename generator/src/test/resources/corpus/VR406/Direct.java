// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** Loses patience, and leaves the device to write into the buffer. */
public final class Direct {
    private final Stopper stopper;

    /** For a device. */
    public Direct(Link link, Keeper keeper) {
        this.stopper = new Stopper(link, keeper);
    }

    /** Waits. */
    public void await() throws DriverException {
        Deadline deadline = Deadline.afterMillis(100);
        while (!stopper.hasFinished()) {
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT); // expect VR406: The wait is given up
            }
            Cpu.relax();
        }
    }
}
