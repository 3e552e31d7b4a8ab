// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** The counter moves on whether there was an entry or not. */
public final class MovedAlways {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public MovedAlways(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedIndex.class, 0, SLOTS);
        this.taken = 0;
    }

    /** Takes an id if there is one. */
    public @U32 long take() {
        @U32 long id = 0;
        if (used.idx().observe() != taken) {
            id = used.entries().at(taken & (SLOTS - 1)).id().get();
        }
        taken = Uint16.wrappingAdd(taken, 1); // expect VR502: moves on where the device may have handed over none
        return id & 15;
    }
}
