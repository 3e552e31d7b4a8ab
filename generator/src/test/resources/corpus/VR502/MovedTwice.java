// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** One entry was there, and the counter moves by two. */
public final class MovedTwice {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public MovedTwice(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedIndex.class, 0, SLOTS);
        this.taken = 0;
    }

    /** Takes all ids, those of which every other one is empty. */
    public @U32 long sum() {
        @FreeRunning @U16 int index = used.idx().observe();
        @U32 long last = 0;
        for (int i = 0; i < SLOTS && taken != index; i++) {
            last = used.entries().at(taken & (SLOTS - 1)).id().get() & 15;
            taken = Uint16.wrappingAdd(taken, 1);
            if (last == 0) {
                taken = Uint16.wrappingAdd(taken, 1); // expect VR502: moves on where the device may have handed over none
            }
        }
        return last;
    }
}
