// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** The second round reads what the first has given to the device again. */
public final class InLoop {
    private static final int SIZE = 64;

    private final @Length("8") Offers offers;
    private final @Length("SIZE") DmaBytes buffer;
    private @FreeRunning @U16 int added;

    /** Nothing offered. */
    public InLoop(@Length("8") Offers offers, @Length("SIZE") DmaBytes buffer) {
        this.offers = offers;
        this.buffer = buffer;
        this.added = 0;
    }

    /** Copies twice. */
    public void copy(@Delivered @Range(max = SIZE) int length, @Length("128") byte[] to) {
        for (int i = 0; i < 2; i++) {
            buffer.copyTo(0, to, i * SIZE, length); // expect VR407: may have been given again
            offers.entries().at(added & 7).set(1);
            added = Uint16.wrappingAdd(added, 1);
            offers.idx().publish(added);
        }
    }
}
