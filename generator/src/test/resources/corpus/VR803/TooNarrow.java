// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;
import vireo.dsl.U8;
import vireo.dsl.Uint8;

/** A counter of 8 bits goes round below the number that it is to come to. */
public final class TooNarrow {
    private TooNarrow() {}

    /** Writes up to the end. */
    public static void run(Uart uart, @U16 int end) {
        @U8 int i = 0;
        while (i != end) { // expect VR803: Nothing bounds this loop
            uart.data().write(i);
            i = Uint8.wrappingAdd(i, 1);
        }
    }
}
