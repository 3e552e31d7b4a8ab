// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** Private methods look, and rely on a look. */
public final class AcrossCall {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public AcrossCall(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedIndex.class, 0, SLOTS);
        this.taken = 0;
    }

    /** Takes an id if there is one. */
    public @U32 long take() {
        return isThere() ? next() : 0;
    }

    /** Takes an id if there is one. */
    public @U32 long takeAgain() {
        @FreeRunning @U16 int index = index();
        if (index == taken) {
            return 0;
        }
        return next();
    }

    private @FreeRunning @U16 int index() {
        return used.idx().observe();
    }

    private boolean isThere() {
        return used.idx().observe() != taken;
    }

    private @U32 long next() {
        @U32 long id = used.entries().at(taken & (SLOTS - 1)).id().get();
        taken = Uint16.wrappingAdd(taken, 1);
        return id & 15;
    }
}
