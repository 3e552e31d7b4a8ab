// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** The index is compared with a number that is ahead of all that was taken: that it differs says nothing. */
public final class Ahead {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public Ahead(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedIndex.class, 0, SLOTS);
        this.taken = 0;
    }

    /** Takes the id after the next two. */
    public @U32 long take() {
        @FreeRunning @U16 int later = Uint16.wrappingAdd(taken, 2); // expect VR502: gets a value that counts none of them
        if (used.idx().observe() == later) {
            return 0;
        }
        return used.entries().at(later & (SLOTS - 1)).id().get() & 15;
    }
}
