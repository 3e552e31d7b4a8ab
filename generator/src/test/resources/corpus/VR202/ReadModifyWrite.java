// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U32;

/** Acknowledges more than it handled. */
public final class ReadModifyWrite {
    private ReadModifyWrite() {}

    private static final @BitMask @U32 long RECEIVED = 1;

    /** Handles an interrupt. */
    public static void handle(Uart uart) {
        @BitMask @U32 long pending = uart.interrupt().read();
        uart.interrupt().acknowledge(pending | RECEIVED); // expect VR202: writing a one clears
    }
}
