// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** A place with a name, cut by the ring's own length. */
public final class Named {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public Named(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.added = 0;
    }

    /** Offers a slot. */
    public void offer(@Range(max = SLOTS - 1) int slot) {
        int at = added & (SLOTS - 1);
        offers.entries().at(at).set(slot);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    /** Offers two slots. */
    public void offerTwo(@Range(max = SLOTS - 1) int slot) {
        offer(slot);
        offers.entries().at(added & 15).set(slot);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }
}
