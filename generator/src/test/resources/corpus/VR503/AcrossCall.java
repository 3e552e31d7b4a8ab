// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** One method publishes, another one asks: nobody has to put a barrier between. */
public final class AcrossCall {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int added;
    private @FreeRunning @U16 int taken;

    /** Nothing offered yet. */
    public AcrossCall(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.used = memory.ring(UsedIndex.class, 64, SLOTS);
        this.added = 0;
        this.taken = 0;
    }

    private void add(@Range(max = SLOTS - 1) int slot) {
        offers.entries().at(added & (SLOTS - 1)).set(slot);
        added = Uint16.wrappingAdd(added, 1);
    }

    /** Offers a slot. */
    public void offer(@Range(max = SLOTS - 1) int slot) {
        add(slot);
        offers.idx().publish(added);
    }

    /** Whether to notify. */
    public boolean wantsNotification() {
        return used.flags().get() == 0; // expect VR503: may be read before what was published is visible
    }
}
