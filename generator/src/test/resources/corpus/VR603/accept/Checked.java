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

/** The id is in flight, the length is at most what was posted. */
public final class Checked {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") UsedIndex used;
    private final boolean[] inFlight = new boolean[SLOTS];
    private final @U32 long[] lengths = new long[SLOTS];
    private @FreeRunning @U16 int added;
    private @FreeRunning @U16 int taken;

    /** Nothing offered yet. */
    public Checked(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.used = memory.ring(UsedIndex.class, 64, SLOTS);
        this.added = 0;
        this.taken = 0;
    }

    /** Offers a slot of so many bytes. */
    public void offer(@Range(max = SLOTS - 1) int slot, @U32 long length) {
        inFlight[slot] = true;
        lengths[slot] = length;
        offers.entries().at(added & (SLOTS - 1)).set(slot);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    /** The length of a completion. */
    public @U32 long take() throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        Slot slot = used.entries().at(taken & (SLOTS - 1));
        @U32 long id = slot.id().get();
        @U32 long length = slot.tag().get();
        if (id >= SLOTS || !inFlight[(int) id] || length > lengths[(int) id]) {
            throw new DriverException(Errno.EPROTO);
        }
        taken = Uint16.wrappingAdd(taken, 1);
        inFlight[(int) id] = false;
        return length;
    }
}
