// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U8;

/** Bits are written by themselves, or beside what was there some time ago. */
public final class Anew implements Announcing {
    private final Machine machine;

    /** Of a machine. */
    public Anew(Machine machine) {
        this.machine = machine;
    }

    @Override
    public @U8 int status() {
        return machine.status().read();
    }

    private void set(@U8 int bits) {
        machine.status().write(bits); // expect VR701: The device's status is written anew
    }

    @Override
    public void announce(@U8 int bits) {
        @U8 int before = machine.status().read();
        machine.status().write(before | bits);
        machine.status().write(before | 1); // expect VR701: The device's status is written anew
        for (int i = 0; i < 2; i++) {
            set(bits);
        }
    }
}
