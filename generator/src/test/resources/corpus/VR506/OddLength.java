// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** A power of two that is not the size of the ring, which is none. */
public final class OddLength {
    private final @Length("100") Offers offers;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public OddLength(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, 100);
        this.added = 0;
    }

    /** Offers a slot. */
    public void offer(@Range(max = 99) int slot) {
        offers.entries().at(added & 63).set(slot); // expect VR506: the ring is not known to have as many entries but '100'
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }
}
