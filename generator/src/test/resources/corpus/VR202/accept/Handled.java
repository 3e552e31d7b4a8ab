// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U32;

/** Acknowledges what it saw, and what it selected of it. */
public final class Handled {
    private Handled() {}

    private static final @BitMask @U32 long RECEIVED = 1;

    /** Handles an interrupt. */
    public static void handle(Uart uart) {
        @BitMask @U32 long pending = uart.interrupt().read();
        uart.interrupt().acknowledge(pending & RECEIVED);
        uart.interrupt().acknowledge(pending);
        uart.interrupt().acknowledge(RECEIVED);
    }
}
