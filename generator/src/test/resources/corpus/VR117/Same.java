// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;
import vireo.dsl.U32;

/** The same on both sides. */
public final class Same {
    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int BOTH = READ | READ; // expect VR117: Both sides are 'READ'.

    private @U16 int low = 0;
    private @U16 int high = 0;

    /** Not that one. */
    public boolean isChanged(@U16 int low, @U16 int high) {
        return this.low != low || high != high; // expect VR117: Both sides are 'high'.
    }

    /** Itself. */
    public void set(@U16 int low, @U16 int high) {
        this.low = low & (BOTH | WRITE);
        this.high = this.high; // expect VR117: This stores a value where it came from.
        if (high > 3) {
            this.high = high;
        }
    }

    /** How much. */
    public int distance() {
        return high - high + low; // expect VR117: Both sides are 'high'.
    }

    /** Whichever it is. */
    public void tell(Uart uart, @U32 long value) {
        if (value > 16) { // expect VR117: The same is done whether 'value > 16' holds or not.
            uart.data().write(value);
        } else {
            uart.data().write(value); // the same
        }
        uart.doorbell().write(value > 32 ? 1 : 1); // expect VR117: The same is done whether 'value > 32' holds or not.
    }
}
