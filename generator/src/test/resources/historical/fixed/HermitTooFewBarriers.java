// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** Mended: the entry first, and the index published behind it. */
public final class HermitTooFewBarriers {
    private static final int SIZE = 16;

    private final @Length("SIZE") AvailRing available;
    private @FreeRunning @U16 int added;

    /** Nothing added yet. */
    public HermitTooFewBarriers(DmaMemory memory) throws DriverException {
        this.available = memory.ring(AvailRing.class, 0, SIZE);
        this.added = 0;
    }

    /** Hands a chain over. */
    public void dispatch(@Range(max = SIZE - 1) int head) {
        available.ring().at(added & (SIZE - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        available.idx().publish(added);
    }
}
