// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** Who waits says so, and who lent the memory stops the device. */
public final class CallersStop {
    private final Stopper stopper;
    private final Machine machine;

    /** For a device. */
    public CallersStop(Link link, Keeper keeper, Machine machine) {
        this.stopper = new Stopper(link, keeper);
        this.machine = machine;
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

    private void await() throws DriverException {
        if (isLate()) {
            throw new DriverException(Errno.EIO);
        }
    }

    /** Has the caller's memory filled. */
    public void fill(DmaMemory memory) throws DriverException {
        machine.page().write((int) (memory.physical() & 0xFF));
        try {
            await();
        } catch (DriverException e) {
            stopper.stop();
            throw e;
        }
    }

    /** Waits for something that nobody lent a buffer for. */
    public boolean isUp() {
        return !isLate();
    }
}
