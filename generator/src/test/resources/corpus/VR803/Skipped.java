// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** A way round the loop leaves out the counter. */
public final class Skipped {
    private Skipped() {}

    /** Reads what is there. */
    public static int read(Uart uart, byte[] to) {
        int count = 0;
        while (count < to.length && uart.status().read() != 0) { // expect VR803: Nothing bounds this loop
            @U32 long word = uart.data().read();
            if ((word & 0x100) != 0) {
                continue;
            }
            to[count] = (byte) (word & 0x7F);
            count++;
        }
        return count;
    }
}
