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

/** A full barrier on every way. */
public final class Fenced {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") UsedIndex used;
    private @FreeRunning @U16 int added;
    private @FreeRunning @U16 int taken;

    /** Nothing offered yet. */
    public Fenced(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.used = memory.ring(UsedIndex.class, 64, SLOTS);
        this.added = 0;
        this.taken = 0;
    }

    private void add(@Range(max = SLOTS - 1) int slot) {
        offers.entries().at(added & (SLOTS - 1)).set(slot);
        added = Uint16.wrappingAdd(added, 1);
    }

    /** Offers a slot; says whether to notify. */
    public boolean offer(@Range(max = SLOTS - 1) int slot) {
        if (slot == 0) {
            return false;
        }
        add(slot);
        offers.idx().publish(added);
        Fence.full();
        return used.flags().get() == 0;
    }

    /** Lets the device interrupt; says whether something is there already. */
    public boolean letInterrupt() {
        offers.flags().set(0);
        Fence.full();
        return used.idx().observe() != taken;
    }

    /** Takes what is there. */
    public void take() {
        taken = used.idx().observe();
    }

    /** Asks for silence, which nobody waits for. */
    public boolean suppress() {
        offers.flags().set(1);
        return used.idx().observe() != taken;
    }
}
