// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** The index is published as a number that nobody counted. */
public final class Constant {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public Constant(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.added = 0;
    }

    /** Offers a slot. */
    public void offer(@Range(max = SLOTS - 1) int slot) {
        offers.entries().at(added & (SLOTS - 1)).set(slot);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(1); // expect VR501: is not the counter by which entries were written
    }
}
