// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U8;

/** Bits are added to what the device says, read in one way or another. */
public final class Added implements Announcing {
    private final Machine machine;

    /** Of a machine. */
    public Added(Machine machine) {
        this.machine = machine;
    }

    @Override
    public @U8 int status() {
        return machine.status().read();
    }

    @Override
    public void announce(@U8 int bits) {
        machine.status().write(status() | bits);
        @U8 int now = machine.status().read();
        machine.status().write(now | bits);
    }
}
