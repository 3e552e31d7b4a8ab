// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** One method looks whether there is something, another one takes it: nobody has to call the first. */
public final class Split {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public Split(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedIndex.class, 0, SLOTS);
        this.taken = 0;
    }

    /** Whether something is there. */
    public boolean hasUsed() {
        return used.idx().observe() != taken;
    }

    /** Takes an id. */
    public @U32 long take() {
        @U32 long id = used.entries().at(taken & (SLOTS - 1)).id().get(); // expect VR502: may be read before the device has handed it over
        taken = Uint16.wrappingAdd(taken, 1);
        return id & 15;
    }
}
