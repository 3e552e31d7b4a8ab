// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U8;

/** Looks, and resets then. */
public final class TooEarly implements Resettable {
    private final Machine machine;

    /** Of a machine. */
    public TooEarly(Machine machine) {
        this.machine = machine;
    }

    @Override
    public @U8 int status() {
        return machine.status().read();
    }

    @Override
    public void reset() throws DriverException {
        if (status() != 0) {
            throw new DriverException(Errno.EIO);
        }
        machine.status().write(0); // expect VR705: ends without having seen the device's status become 0
    }
}
