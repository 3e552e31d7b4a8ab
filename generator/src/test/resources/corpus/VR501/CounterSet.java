// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;

/** The counter jumps to a number at which nothing was written. */
public final class CounterSet {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public CounterSet(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.added = 0;
    }

    /** Offers a slot. */
    public void offer(@Range(max = SLOTS - 1) int slot) {
        offers.entries().at(added & (SLOTS - 1)).set(slot);
        added = 4; // expect VR501: gets a value that counts no written entries
        offers.idx().publish(added);
    }
}
