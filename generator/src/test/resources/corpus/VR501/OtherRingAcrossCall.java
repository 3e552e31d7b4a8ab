// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** A method that writes entries of any ring is told to write to one, and the other one's index is published. */
public final class OtherRingAcrossCall {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") Offers urgent;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public OtherRingAcrossCall(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.urgent = memory.ring(Offers.class, 128, SLOTS);
        this.added = 0;
    }

    /** Offers a slot. */
    public void offer(@Range(max = SLOTS - 1) int slot) {
        write(urgent, added, slot);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added); // expect VR501: is not the counter by which entries were written
    }

    private static void write(@Length("SLOTS") Offers ring, @FreeRunning @U16 int at, @Range(max = SLOTS - 1) int slot) {
        ring.entries().at(at & (SLOTS - 1)).set(slot);
    }
}
