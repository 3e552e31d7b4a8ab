// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** The place has a name, and was cut by half of the size. */
public final class NamedPlace {
    private static final int SLOTS = 16;
    private static final int HALF = 8;

    private final @Length("SLOTS") Offers offers;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public NamedPlace(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.added = 0;
    }

    /** Offers a slot. */
    public void offer(@Range(max = SLOTS - 1) int slot) {
        int at = added & (HALF - 1);
        offers.entries().at(at).set(slot); // expect VR506: is cut to an index by '8'
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }
}
