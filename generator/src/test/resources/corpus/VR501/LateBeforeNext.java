// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** What the first entry names is filled in before the second one is offered: too late for the first. */
public final class LateBeforeNext {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Slot> slots;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public LateBeforeNext(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.slots = memory.array(Slot.class, 64, SLOTS);
        this.added = 0;
    }

    /** Offers two slots. */
    public void offerTwo(@Range(max = SLOTS - 1) int first, @Range(max = SLOTS - 1) int second, @U32 long id) {
        offer(first);
        slots.at(first).id().set(id); // expect VR501: is written after the index was published
        offer(second);
    }

    private void offer(@Range(max = SLOTS - 1) int slot) {
        offers.entries().at(added & (SLOTS - 1)).set(slot);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }
}
