// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** Private methods check, and rely on a check. */
public final class AcrossCall {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") UsedIndex used;
    private final boolean[] inFlight = new boolean[SLOTS];
    private @FreeRunning @U16 int added;
    private @FreeRunning @U16 int taken;

    /** Nothing offered yet. */
    public AcrossCall(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.used = memory.ring(UsedIndex.class, 64, SLOTS);
        this.added = 0;
        this.taken = 0;
    }

    /** Offers a slot. */
    public void offer(@Range(max = SLOTS - 1) int slot) {
        inFlight[slot] = true;
        offers.entries().at(added & (SLOTS - 1)).set(slot);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    /** Takes an id. */
    public int take() throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        @U32 long id = used.entries().at(taken & (SLOTS - 1)).id().get();
        if (id >= SLOTS) {
            throw new DriverException(Errno.EPROTO);
        }
        int slot = (int) id;
        if (!inFlight[slot]) {
            throw new DriverException(Errno.EPROTO);
        }
        finish(slot);
        return slot;
    }

    private void finish(@Range(max = SLOTS - 1) int slot) {
        taken = Uint16.wrappingAdd(taken, 1);
        inFlight[slot] = false;
    }
}
