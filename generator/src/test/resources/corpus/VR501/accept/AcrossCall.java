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

/** Private methods write, move on, and publish. */
public final class AcrossCall {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Slot> slots;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public AcrossCall(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.slots = memory.array(Slot.class, 64, SLOTS);
        this.added = 0;
    }

    /** Offers a slot. */
    public void offer(@Range(max = SLOTS - 1) int slot, @U32 long id) {
        describe(slot, id);
        write(slot);
        handOver();
    }

    /** Offers two slots, and describes the second after the first was published. */
    public void offerTwo(@U32 long id) {
        offer(0, id);
        offer(1, id);
    }

    private void describe(@Range(max = SLOTS - 1) int slot, @U32 long id) {
        slots.at(slot).id().set(id);
    }

    private void write(@Range(max = SLOTS - 1) int slot) {
        offers.entries().at(added & (SLOTS - 1)).set(slot);
    }

    private void handOver() {
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }
}
