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

/** A slot that came back is described and offered again. */
public final class AfterLook {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Slot> slots;
    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public AfterLook(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.slots = memory.array(Slot.class, 64, SLOTS);
        this.used = memory.ring(UsedIndex.class, 512, SLOTS);
        this.added = 0;
    }

    /** Offers a slot again and again, as long as it comes back at once. */
    public void repeat(@Range(max = SLOTS - 1) int slot) {
        for (int i = 0; i < 4; i++) {
            slots.at(slot).id().set(i);
            offers.entries().at(added & (SLOTS - 1)).set(slot);
            added = Uint16.wrappingAdd(added, 1);
            offers.idx().publish(added);
            if (used.idx().observe() != added) {
                return;
            }
        }
    }
}
