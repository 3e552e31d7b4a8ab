// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** Half of an address that the device takes whole. */
public final class Torn {
    private Torn() {}

    /** Reads one half. */
    public static @U32 long low(Uart uart) {
        return uart.address().readLow(); // expect VR203: address
    }

    /** Writes one half, on an error path. */
    public static void set(Uart uart, @U32 long low) {
        if (low == 0) {
            uart.address().writeLow(1); // expect VR203: address
            return;
        }
        uart.address().write(low);
    }
}
