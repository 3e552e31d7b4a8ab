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

/** Sends slots to the device, and tells which it has done with; cases share it. */
public final class Mailbox {
    /** Slots that there are. */
    public static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") UsedIndex used;
    private final boolean[] inFlight = new boolean[SLOTS];
    private @FreeRunning @U16 int added;
    private @FreeRunning @U16 int taken;
    private @Range(max = SLOTS - 1) int next;

    /** Nothing sent yet. */
    public Mailbox(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.used = memory.ring(UsedIndex.class, 64, SLOTS);
        this.added = 0;
        this.taken = 0;
        this.next = 0;
    }

    /** Adds a slot, and says which. */
    public @Range(max = SLOTS - 1) int add() {
        int slot = next;
        next = slot + 1 & (SLOTS - 1);
        inFlight[slot] = true;
        offers.entries().at(added & (SLOTS - 1)).set(slot);
        added = Uint16.wrappingAdd(added, 1);
        return slot;
    }

    /** Sends what was added. */
    public void send() {
        offers.idx().publish(added);
    }

    /** A slot that the device has done with. */
    public @Range(max = SLOTS - 1) int take() throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        @U32 long id = used.entries().at(taken & (SLOTS - 1)).id().get();
        if (id >= SLOTS || !inFlight[(int) id]) {
            throw new DriverException(Errno.EPROTO);
        }
        taken = Uint16.wrappingAdd(taken, 1);
        inFlight[(int) id] = false;
        return (int) id;
    }
}
