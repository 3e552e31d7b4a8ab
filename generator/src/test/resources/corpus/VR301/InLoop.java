// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** A counter without a limit. */
public final class InLoop {
    private InLoop() {}

    /** How often the device was busy. */
    public static int busy(Uart uart) {
        int count = 0;
        while (uart.status().read() != 0) { // expect VR803: Nothing bounds this loop
            count = count + 1; // expect VR301: may leave an int
        }
        return count;
    }
}
