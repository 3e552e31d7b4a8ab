// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** Gives up only when the device is stopped. */
public final class Stopping {
    private final Stopper stopper;

    /** For a device. */
    public Stopping(Link link, Keeper keeper) {
        this.stopper = new Stopper(link, keeper);
    }

    private boolean isLate() {
        Deadline deadline = Deadline.afterMillis(100);
        while (!stopper.hasFinished()) {
            if (deadline.expired()) {
                return true;
            }
            Cpu.relax();
        }
        return false;
    }

    private void giveUp() throws DriverException {
        throw new DriverException(Errno.ETIMEDOUT);
    }

    /** Waits. */
    public void await() throws DriverException {
        if (isLate()) {
            stopper.stop();
            giveUp();
        }
    }
}
