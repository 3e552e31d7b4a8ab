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

/** What the entry names is filled in after it was published, and before the driver looks for the answer. */
public final class LateBeforeLook {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Slot> slots;
    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public LateBeforeLook(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.slots = memory.array(Slot.class, 64, SLOTS);
        this.used = memory.ring(UsedIndex.class, 512, SLOTS);
        this.added = 0;
    }

    /** Offers a slot, and looks whether it was answered at once. */
    public boolean offer(@Range(max = SLOTS - 1) int slot, @U32 long id) {
        offers.entries().at(added & (SLOTS - 1)).set(slot);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
        slots.at(slot).id().set(id); // expect VR501: is written after the index was published
        return used.idx().observe() == added;
    }
}
