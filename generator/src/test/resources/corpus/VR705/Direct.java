// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U8;

/** Writes, and does not wait. */
public final class Direct implements Resettable {
    private final Machine machine;

    /** Of a machine. */
    public Direct(Machine machine) {
        this.machine = machine;
    }

    @Override
    public @U8 int status() {
        return machine.status().read();
    }

    @Override
    public void reset() throws DriverException {
        machine.status().write(0); // expect VR705: ends without having seen the device's status become 0
    }
}
