// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.FreeRunning;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** Takes entries as long as the device adds some. */
public final class Emptying {
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public Emptying() {
        this.taken = 0;
    }

    /** Takes what is there. */
    public void drain(UsedIndex ring) {
        @FreeRunning @U16 int next = taken;
        while (ring.idx().observe() != next) { // expect VR803: no counter moves
            next = Uint16.wrappingAdd(next, 1);
        }
        taken = next;
    }
}
