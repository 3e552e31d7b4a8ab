// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** All that is there is passed over; an entry that is there is handed on. */
public final class Skipped {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public Skipped(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedIndex.class, 0, SLOTS);
        this.taken = 0;
    }

    /** Forgets all ids. */
    public void skip() {
        taken = used.idx().observe();
    }

    /** Takes an id if there is one. */
    public @U32 long take() {
        if (used.idx().observe() == taken) {
            return 0;
        }
        @U32 long id = read(used.entries().at(taken & (SLOTS - 1)));
        taken = Uint16.wrappingAdd(taken, 1);
        return id & 15;
    }

    private static @U32 long read(Slot entry) {
        return entry.id().get();
    }
}
