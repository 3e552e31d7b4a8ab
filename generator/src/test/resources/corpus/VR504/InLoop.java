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

/** All are offered, then all are noted. */
public final class InLoop {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") UsedIndex used;
    private final boolean[] inFlight = new boolean[SLOTS];
    private final @U32 long[] lengths = new long[SLOTS];
    private @FreeRunning @U16 int added;
    private @FreeRunning @U16 int taken;

    /** Nothing offered yet. */
    public InLoop(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.used = memory.ring(UsedIndex.class, 64, SLOTS);
        this.added = 0;
        this.taken = 0;
    }

    /** Offers all slots. */
    public void offer() {
        for (int slot = 0; slot < SLOTS; slot++) {
            offers.entries().at(added & (SLOTS - 1)).set(slot);
            added = Uint16.wrappingAdd(added, 1);
            offers.idx().publish(added);
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            inFlight[slot] = true; // expect VR504: A request is recorded after it was published
        }
    }

    /** Takes an id. */
    public @U32 long take() throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        @U32 long id = used.entries().at(taken & (SLOTS - 1)).id().get();
        if (id >= SLOTS || !inFlight[(int) id]) {
            throw new DriverException(Errno.EPROTO);
        }
        taken = Uint16.wrappingAdd(taken, 1);
        inFlight[(int) id] = false;
        return lengths[(int) id];
    }
}
