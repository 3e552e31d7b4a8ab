// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U8;

/** Resets one machine, and looks at another. */
public final class OtherMachine implements Resettable {
    private final Machine machine;
    private final Resettable neighbour;

    /** Of a machine with a neighbour. */
    public OtherMachine(Machine machine, Resettable neighbour) {
        this.machine = machine;
        this.neighbour = neighbour;
    }

    @Override
    public @U8 int status() {
        return machine.status().read();
    }

    @Override
    public void reset() throws DriverException {
        machine.status().write(0);
        if (neighbour.status() == 0) {
            return; // expect VR705: ends without having seen the device's status become 0
        }
        throw new DriverException(Errno.EIO);
    }
}
