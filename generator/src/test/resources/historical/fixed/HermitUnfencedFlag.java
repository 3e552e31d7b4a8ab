// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Fence;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** Mended: a full barrier between the two. */
public final class HermitUnfencedFlag {
    private static final int SIZE = 16;

    private final @Length("SIZE") AvailRing available;
    private final @Length("SIZE") UsedRing used;
    private @FreeRunning @U16 int added;

    /** Nothing added yet. */
    public HermitUnfencedFlag(DmaMemory memory) throws DriverException {
        this.available = memory.ring(AvailRing.class, 0, SIZE);
        this.used = memory.ring(UsedRing.class, 64, SIZE);
        this.added = 0;
    }

    /** Hands a chain over, and tells the device where it wants to be told. */
    public void dispatch(@Range(max = SIZE - 1) int head, Doorbell doorbell) {
        available.ring().at(added & (SIZE - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        available.idx().publish(added);
        Fence.full();
        if (used.flags().get() == 0) {
            doorbell.queue().write(0);
        }
    }
}
