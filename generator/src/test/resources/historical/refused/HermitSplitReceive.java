// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/**
 * Hermit, try_recv: whether there is something was asked by one method, and what there is was fetched by another,
 * which looked at the index no more. Nothing ordered the entry behind the index that had been looked at, and nothing
 * made callers ask first.
 */
public final class HermitSplitReceive {
    private static final int SIZE = 16;

    private final @Length("SIZE") UsedRing used;
    private @FreeRunning @U16 int taken;

    /** Nothing taken yet. */
    public HermitSplitReceive(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedRing.class, 0, SIZE);
        this.taken = 0;
    }

    /** Whether something came. */
    public boolean isReady() {
        return used.idx().observe() != taken;
    }

    /** Whether it is the one that is waited for. */
    public boolean receive(@U32 long head) {
        UsedElement element = used.ring().at(taken & (SIZE - 1)); // expect VR502: may be read before the device has handed it over
        taken = Uint16.wrappingAdd(taken, 1);
        return element.id().get() == head;
    }
}
