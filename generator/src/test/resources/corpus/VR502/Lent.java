// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** Another method gets all entries, and reads one before anybody has looked. */
public final class Lent {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public Lent(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedIndex.class, 0, SLOTS);
        this.taken = 0;
    }

    /** Takes an id if there is one. */
    public @U32 long take() {
        @U32 long id = read(used.entries(), taken & (SLOTS - 1)); // expect VR502: are handed on
        if (used.idx().observe() == taken) {
            return 0;
        }
        taken = Uint16.wrappingAdd(taken, 1);
        return id & 15;
    }

    private static @U32 long read(@Length("SLOTS") DmaArray<Slot> entries, @Range(max = SLOTS - 1) int at) {
        return entries.at(at).id().get();
    }
}
