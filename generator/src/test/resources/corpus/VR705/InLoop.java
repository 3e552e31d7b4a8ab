// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U8;

/** Asks a few times, and goes on whatever the answer; the old answer counts for the new reset. */
public final class InLoop implements Resettable {
    private final Machine machine;

    /** Of a machine. */
    public InLoop(Machine machine) {
        this.machine = machine;
    }

    @Override
    public @U8 int status() {
        return machine.status().read();
    }

    @Override
    public void reset() throws DriverException {
        @U8 int old = status();
        for (int i = 0; i < 3; i++) {
            machine.status().write(0);
            if (old == 0) {
                return; // expect VR705: ends without having seen the device's status become 0
            }
        }
        throw new DriverException(Errno.EIO);
    }
}
