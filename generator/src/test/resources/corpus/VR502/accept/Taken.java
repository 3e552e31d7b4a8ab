// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** Looks, compares, reads, moves on. */
public final class Taken {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public Taken(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedIndex.class, 0, SLOTS);
        this.taken = 0;
    }

    /** Takes an id. */
    public @U32 long take() throws DriverException {
        @FreeRunning @U16 int index = used.idx().observe();
        if (index == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        int at = taken & (SLOTS - 1);
        Slot slot = used.entries().at(at);
        taken = Uint16.wrappingAdd(taken, 1);
        return slot.id().get() & 15;
    }
}
