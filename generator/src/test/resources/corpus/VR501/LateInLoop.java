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

/** Each round changes what the round before has published. */
public final class LateInLoop {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Slot> slots;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public LateInLoop(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.slots = memory.array(Slot.class, 64, SLOTS);
        this.added = 0;
    }

    /** Offers a slot again and again. */
    public void repeat(@Range(max = SLOTS - 1) int slot) {
        for (int i = 0; i < 4; i++) {
            slots.at(slot).id().set(i); // expect VR501: is written after the index was published
            offers.entries().at(added & (SLOTS - 1)).set(slot);
            added = Uint16.wrappingAdd(added, 1);
            offers.idx().publish(added);
        }
    }
}
