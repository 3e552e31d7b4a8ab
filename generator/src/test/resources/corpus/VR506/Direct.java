// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U8;
import vireo.dsl.Uint16;

/** Any size will do, it seems. */
public final class Direct {
    private final @Range(min = 1, max = 256) int size;
    private final @Length("size") Offers offers;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public Direct(DmaMemory memory, @Range(min = 1, max = 256) int size) throws DriverException {
        this.size = size;
        this.offers = memory.ring(Offers.class, 0, size);
        this.added = 0;
    }

    /** Offers something. */
    public void offer(@U8 int head) {
        offers.entries().at(added & (size - 1)).set(head); // expect VR506: which is not known to be a power of two
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }
}
