// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U8;

/** Looks whether the device is reset, and nobody has asked it to. */
public final class Unasked implements Resettable {
    private final Machine machine;

    /** Of a machine. */
    public Unasked(Machine machine) {
        this.machine = machine;
    }

    @Override
    public @U8 int status() {
        return machine.status().read();
    }

    @Override
    public void reset() throws DriverException {
        machine.page().write(0);
        if (status() == 0) {
            return; // expect VR705: ends without having seen the device's status become 0
        }
        throw new DriverException(Errno.EIO);
    }
}
