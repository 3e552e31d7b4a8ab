// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** Tries again and again, and in the end gives up with the device at work; the error is another one. */
public final class InLoop {
    private final Stopper stopper;

    /** For a device. */
    public InLoop(Link link, Keeper keeper) {
        this.stopper = new Stopper(link, keeper);
    }

    private boolean isDone(Deadline deadline) {
        while (!stopper.hasFinished()) {
            if (deadline.expired()) {
                return false;
            }
            Cpu.relax();
        }
        return true;
    }

    /** Waits. */
    public void await() throws DriverException {
        for (int i = 0; i < 3; i++) {
            if (isDone(Deadline.afterMillis(100))) {
                return;
            }
        }
        throw new DriverException(Errno.EIO); // expect VR406: The wait is given up
    }

    /** Stops the device. */
    public void stop() {
        stopper.stop();
    }
}
