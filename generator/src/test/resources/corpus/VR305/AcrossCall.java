// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Handed on as a plain long. */
public final class AcrossCall {
    private AcrossCall() {}

    /** Whether it is large. */
    public static boolean large(Uart uart) {
        return above(uart.address().read()); // expect VR305: used as a plain long
    }

    private static boolean above(long value) {
        return value > 4096;
    }
}
