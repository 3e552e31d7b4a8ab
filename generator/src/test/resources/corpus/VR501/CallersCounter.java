// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** What is counted lies with the caller, who may have written nothing at all. */
public final class CallersCounter {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public CallersCounter(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.added = 0;
    }

    /** Offers a slot. */
    public void offer(@Range(max = SLOTS - 1) int slot, @FreeRunning @U16 int ticket) {
        @FreeRunning @U16 int next = ticket; // expect VR501: gets a value that counts no written entries
        offers.entries().at(next & (SLOTS - 1)).set(slot);
        next = Uint16.wrappingAdd(next, 1);
        offers.idx().publish(next);
    }
}
