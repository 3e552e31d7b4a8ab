// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;
import vireo.dsl.U32;

/** Values that got lost: before the next one, in a loop, on the way out. */
public final class Overwritten {
    private @U16 int mode = 0;

    /** Twice the same variable. */
    public static @U32 long sum(Uart uart) {
        @U32 long low = uart.data().read(); // expect VR116: The value stored to 'low' here is never read.
        low = uart.status().read();
        return low;
    }

    /** The last round alone counts. */
    public static @U32 long last(Uart uart) {
        @U32 long found = 0; // expect VR116: The value stored to 'found' here is never read.
        int i = 0;
        do {
            found = uart.status().read();
            i++;
        } while (i < 4);
        return found;
    }

    /** What is counted decides nothing. */
    public static @U32 long count(Uart uart) {
        int count = 0; // expect VR116: The variable 'count' is never read.
        for (int i = 0; i < 4; i++) {
            count = i;
        }
        return uart.data().read();
    }

    /** One of two fields was meant. */
    public void set(@U16 int first, @U16 int second) {
        mode = first; // expect VR116: The value stored to the field 'mode' here is never read.
        mode = second;
    }

    /** The mode. */
    public @U16 int mode() {
        return mode;
    }
}
