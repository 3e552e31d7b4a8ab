// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** Another method gets an entry that may not be there yet. */
public final class EntryLent {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public EntryLent(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedIndex.class, 0, SLOTS);
        this.taken = 0;
    }

    /** Takes an id if there is one. */
    public @U32 long take() {
        @U32 long id = read(used.entries().at(taken & (SLOTS - 1))); // expect VR502: may be read before the device has handed it over
        if (used.idx().observe() == taken) {
            return 0;
        }
        taken = Uint16.wrappingAdd(taken, 1);
        return id & 15;
    }

    private static @U32 long read(Slot entry) {
        return entry.id().get();
    }
}
