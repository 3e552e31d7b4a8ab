// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** All completions are counted off, whatever they say. */
public final class InLoop {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") UsedIndex used;
    private final boolean[] inFlight = new boolean[SLOTS];
    private final @U32 long[] lengths = new long[SLOTS];
    private @FreeRunning @U16 int added;
    private @FreeRunning @U16 int taken;

    /** Nothing offered yet. */
    public InLoop(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.used = memory.ring(UsedIndex.class, 64, SLOTS);
        this.added = 0;
        this.taken = 0;
    }

    /** Takes what is there. */
    public void drain() {
        for (int i = 0; i < SLOTS; i++) {
            if (used.idx().observe() == taken) {
                return;
            }
            int id = (int) (used.entries().at(taken & (SLOTS - 1)).id().get() & (SLOTS - 1));
            taken = Uint16.wrappingAdd(taken, 1);
            inFlight[id] = false; // expect VR603: before one was looked at there
        }
    }
}
