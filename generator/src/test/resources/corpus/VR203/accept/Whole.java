// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;
import vireo.dsl.U64;

/** The whole address, in the two accesses that its declaration says. */
public final class Whole {
    private Whole() {}

    /** Reads it. */
    public static @U64 long address(Uart uart) {
        return uart.address().read();
    }

    /** Writes it. */
    public static void set(Uart uart, @U32 long low) {
        uart.address().write(low);
    }
}
