// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/**
 * Hermit, pull request 2108: the split queue's barriers were too few, and the index could be seen before the entry
 * that it hands over. On a weakly ordered machine the device then worked on whatever had stood in that place a lap
 * before: another request's buffer.
 */
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
        int place = added & (SIZE - 1);
        added = Uint16.wrappingAdd(added, 1); // expect VR501: moves on where its entry may not have been written
        available.idx().publish(added);
        available.ring().at(place).set(head);
    }
}
