// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U32;

/** The same by way of another variable, in a loop. */
public final class ThroughCopy {
    private ThroughCopy() {}

    /** Handles interrupts. */
    public static void handle(Uart uart) {
        for (int i = 0; i < 4; i++) {
            @BitMask @U32 long pending = uart.interrupt().read();
            @BitMask @U32 long others = pending ^ 1;
            uart.interrupt().acknowledge(others); // expect VR202: writing a one clears
        }
    }
}
