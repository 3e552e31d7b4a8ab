// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;
import vireo.dsl.U32;

/** A loop that may not run at all. */
public final class InLoop {
    private @U32 long last; // expect VR115: gives the field 'last' a value on some paths only

    /** Reads so often. */
    public InLoop(Uart uart, @Range(max = 8) int times) {
        for (int i = 0; i < times; i++) {
            this.last = uart.status().read();
        }
    }

    /** What was read last. */
    public @U32 long last() {
        return last;
    }

    /** Reads once more. */
    public void again(Uart uart) {
        last = uart.status().read();
    }
}
