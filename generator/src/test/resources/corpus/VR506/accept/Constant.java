// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U8;
import vireo.dsl.Uint16;

/** A size that is known. */
public final class Constant {
    private static final int SIZE = 64;

    private final @Length("SIZE") Offers offers;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public Constant(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SIZE);
        this.added = 0;
    }

    /** Offers something. */
    public void offer(@U8 int head) {
        offers.entries().at(added & (SIZE - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        offers.entries().at(added & 63).set(head);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    /** Clears, by an ordinary index. */
    public void clear() {
        for (int i = 0; i < SIZE; i++) {
            offers.entries().at(i).set(0);
        }
    }
}
