// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** Takes as many as are there. */
public final class Drained {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public Drained(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedIndex.class, 0, SLOTS);
        this.taken = 0;
    }

    /** The last id. */
    public @U32 long drain() {
        @U32 long last = 0;
        @FreeRunning @U16 int index = used.idx().observe();
        int there = Uint16.wrappingSub(index, taken);
        if (there > SLOTS) {
            return 0;
        }
        @FreeRunning @U16 int at = taken;
        while (at != index) {
            last = used.entries().at(at & (SLOTS - 1)).id().get();
            at = Uint16.wrappingAdd(at, 1);
        }
        taken = at;
        return last & 15;
    }

    /** An id, if there is one. */
    public @U32 long first() {
        int there = Uint16.wrappingSub(used.idx().observe(), taken);
        if (there < 1 || there > SLOTS) {
            return 0;
        }
        return used.entries().at(taken & (SLOTS - 1)).id().get() & 15;
    }
}
