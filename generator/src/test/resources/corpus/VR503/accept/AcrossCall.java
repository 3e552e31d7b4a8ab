// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Fence;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** Private methods publish, put the barrier, and ask. */
public final class AcrossCall {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public AcrossCall(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.used = memory.ring(UsedIndex.class, 64, SLOTS);
        this.added = 0;
    }

    private void add(@Range(max = SLOTS - 1) int slot) {
        offers.entries().at(added & (SLOTS - 1)).set(slot);
        added = Uint16.wrappingAdd(added, 1);
    }

    /** Offers a slot; says whether to notify. */
    public boolean offer(@Range(max = SLOTS - 1) int slot) {
        add(slot);
        publish();
        order();
        return wantsNotification();
    }

    private void publish() {
        offers.idx().publish(added);
    }

    private void order() {
        Fence.full();
    }

    private boolean wantsNotification() {
        return used.flags().get() == 0;
    }
}
