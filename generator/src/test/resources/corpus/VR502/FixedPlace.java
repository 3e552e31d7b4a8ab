// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** There is an entry, but it is another one that is read. */
public final class FixedPlace {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public FixedPlace(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedIndex.class, 0, SLOTS);
        this.taken = 0;
    }

    /** Takes an id if there is one. */
    public @U32 long take() {
        if (used.idx().observe() == taken) {
            return 0;
        }
        @U32 long id = used.entries().at(5).id().get(); // expect VR502: may be read before the device has handed it over
        taken = Uint16.wrappingAdd(taken, 1);
        return id & 15;
    }
}
