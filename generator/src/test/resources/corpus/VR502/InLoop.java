// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** Looks once and takes as many as it likes. */
public final class InLoop {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public InLoop(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedIndex.class, 0, SLOTS);
        this.taken = 0;
    }

    /** The last of some ids. */
    public @U32 long drain() {
        @U32 long last = 0;
        @FreeRunning @U16 int index = used.idx().observe();
        if (index == taken) {
            return 0;
        }
        for (int i = 0; i < 4; i++) {
            last = used.entries().at(taken & (SLOTS - 1)).id().get(); // expect VR502: may be read before the device has handed it over
            taken = Uint16.wrappingAdd(taken, 1);
        }
        return last & 15;
    }
}
