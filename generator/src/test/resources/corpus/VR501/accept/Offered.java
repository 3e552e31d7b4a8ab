// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** Writes what is described, then the entry, then the index. */
public final class Offered {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Slot> slots;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public Offered(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.slots = memory.array(Slot.class, 64, SLOTS);
        this.added = 0;
    }

    /** Offers a slot. */
    public void offer(@Range(max = SLOTS - 1) int slot, @U32 long id) {
        slots.at(slot).id().set(id);
        offers.entries().at(added & (SLOTS - 1)).set(slot);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    /** Offers a slot, the counter's new value first in a variable. */
    public void offerOne(@Range(max = SLOTS - 1) int slot) {
        int at = added & (SLOTS - 1);
        offers.entries().at(at).set(slot);
        @FreeRunning @U16 int next = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(Uint16.wrappingAdd(added, 1));
        added = Uint16.wrappingAdd(added, 1);
        Log.debug("index %u", next);
    }
}
