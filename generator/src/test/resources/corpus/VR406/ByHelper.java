// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** The error is thrown by a method that knows the deadline only. */
public final class ByHelper {
    private final Stopper stopper;

    /** For a device. */
    public ByHelper(Link link, Keeper keeper) {
        this.stopper = new Stopper(link, keeper);
    }

    private static void check(Deadline deadline) throws DriverException {
        if (deadline.expired()) {
            throw new DriverException(Errno.ETIMEDOUT); // expect VR406: The wait is given up
        }
    }

    /** Waits. */
    public void await() throws DriverException {
        Deadline deadline = Deadline.afterMillis(100);
        while (!stopper.hasFinished()) {
            check(deadline);
            Cpu.relax();
        }
    }

    /** Stops the device. */
    public void stop() {
        stopper.stop();
    }
}
