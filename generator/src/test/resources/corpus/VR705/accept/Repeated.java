// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U8;

/** Asks more than once, and believes only an answer to what it has asked last. */
public final class Repeated implements Resettable {
    private final Machine machine;

    /** Of a machine. */
    public Repeated(Machine machine) {
        this.machine = machine;
    }

    @Override
    public @U8 int status() {
        return machine.status().read();
    }

    @Override
    public void reset() throws DriverException {
        for (int i = 0; i < 3; i++) {
            machine.status().write(0);
            if (status() == 0) {
                return;
            }
        }
        throw new DriverException(Errno.EIO);
    }
}
