// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** A counter with a limit. */
public final class Counted {
    private Counted() {}

    /** How often the device was busy, up to 1000. */
    public static int busy(Uart uart) {
        int count = 0;
        while (count < 1000 && uart.status().read() != 0) {
            count = count + 1;
        }
        return count;
    }
}
