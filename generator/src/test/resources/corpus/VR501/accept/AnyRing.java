// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** A method writes to the ring that it is given, and that ring's counter moves on. */
public final class AnyRing {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") Offers urgent;
    private @FreeRunning @U16 int hurried;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public AnyRing(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.urgent = memory.ring(Offers.class, 128, SLOTS);
        this.hurried = 0;
        this.added = 0;
    }

    /** Offers a slot. */
    public void offer(@Range(max = SLOTS - 1) int slot) {
        write(offers, added, slot);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    /** Offers a slot that cannot wait. */
    public void hurry(@Range(max = SLOTS - 1) int slot) {
        write(urgent, hurried, slot);
        hurried = Uint16.wrappingAdd(hurried, 1);
        urgent.idx().publish(hurried);
    }

    private static void write(@Length("SLOTS") Offers ring, @FreeRunning @U16 int at, @Range(max = SLOTS - 1) int slot) {
        ring.entries().at(at & (SLOTS - 1)).set(slot);
    }
}
