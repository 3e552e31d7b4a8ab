// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.FreeRunning;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** A free-running counter that runs up to a value taken before. */
public final class Around {
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public Around() {
        this.taken = 0;
    }

    /** Takes what is there now. */
    public void drain(UsedIndex ring) {
        @FreeRunning @U16 int last = ring.idx().observe();
        if (Uint16.wrappingSub(last, taken) > 256) {
            return;
        }
        @FreeRunning @U16 int next = taken;
        while (next != last) {
            next = Uint16.wrappingAdd(next, 1);
        }
        taken = next;
    }
}
