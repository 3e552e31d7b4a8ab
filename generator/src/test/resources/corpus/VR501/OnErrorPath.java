// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Log;
import vireo.dsl.U16;
import vireo.dsl.U8;
import vireo.dsl.Uint16;

/** On one way the entry is left out. */
public final class OnErrorPath {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Slot> slots;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public OnErrorPath(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.slots = memory.array(Slot.class, 64, SLOTS);
        this.added = 0;
    }

    /** Offers a slot. */
    public void offer(@U8 int number) {
        try {
            offers.entries().at(added & (SLOTS - 1)).set(Step.even(number));
        } catch (DriverException e) {
            Log.warn("odd: %s", e.errno());
        }
        added = Uint16.wrappingAdd(added, 1); // expect VR501: moves on where its entry may not have been written
        offers.idx().publish(added);
    }
}
