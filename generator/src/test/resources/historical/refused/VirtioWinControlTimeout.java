// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.U16;

/**
 * virtio-win, issue 1348: a control command that took longer than the driver's patience was given up, and its buffers
 * on the stack were used for the next one, while the device still had them. The late answer then went into another
 * command, and the control queue was of no use any more.
 */
public final class VirtioWinControlTimeout {
    private final Stopper stopper;

    /** For a device. */
    public VirtioWinControlTimeout(DeviceLink link, Keeper keeper) {
        this.stopper = new Stopper(link, keeper);
    }

    /** Stops the device. */
    public void stop() {
        stopper.stop();
    }

    /** Waits for the answer to a command. */
    public void await(UsedRing used, @FreeRunning @U16 int taken) throws DriverException {
        Deadline deadline = Deadline.afterMillis(500);
        while (used.idx().observe() == taken) {
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT); // expect VR406: The wait is given up
            }
            Cpu.relax();
        }
    }
}
