// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** A counter that goes back now and then. */
public final class BothWays {
    private final Uart uart;

    /** Watches a device. */
    public BothWays(Uart uart) {
        this.uart = uart;
    }

    /** Looks for a quiet device. */
    public boolean isQuiet() {
        int quiet = 0;
        while (quiet < 8) { // expect VR803: no counter moves
            if (uart.status().read() == 0) {
                quiet++;
            } else {
                quiet = 0;
            }
        }
        return true;
    }
}
