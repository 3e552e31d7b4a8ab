// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** Several entries, one publication. */
public final class InLoop {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Slot> slots;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public InLoop(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.slots = memory.array(Slot.class, 64, SLOTS);
        this.added = 0;
    }

    /** Offers the first slots. */
    public void offer(@Range(max = SLOTS) int count) {
        @FreeRunning @U16 int next = added;
        for (int i = 0; i < count; i++) {
            slots.at(i).id().set(i);
            offers.entries().at(next & (SLOTS - 1)).set(i);
            next = Uint16.wrappingAdd(next, 1);
        }
        added = next;
        offers.idx().publish(next);
    }

    /** Begins anew, with a device that does so too. */
    public void reset(Resettable device) throws DriverException {
        device.reset();
        added = 0;
        offers.idx().publish(0);
    }
}
