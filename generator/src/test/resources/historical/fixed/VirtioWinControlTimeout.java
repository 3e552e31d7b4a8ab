// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.U16;

/** Mended: who gives up has stopped the device. */
public final class VirtioWinControlTimeout {
    private final Stopper stopper;

    /** For a device. */
    public VirtioWinControlTimeout(DeviceLink link, Keeper keeper) {
        this.stopper = new Stopper(link, keeper);
    }

    /** Waits for the answer to a command. */
    public void await(UsedRing used, @FreeRunning @U16 int taken) throws DriverException {
        Deadline deadline = Deadline.afterMillis(500);
        while (used.idx().observe() == taken) {
            if (deadline.expired()) {
                stopper.stop();
                throw new DriverException(Errno.ETIMEDOUT);
            }
            Cpu.relax();
        }
    }
}
