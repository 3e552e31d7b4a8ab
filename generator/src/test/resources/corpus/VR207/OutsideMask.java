// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** A bit that the register does not have. */
public final class OutsideMask {
    private OutsideMask() {}

    /** Writes. */
    public static void enable(Uart uart) {
        uart.control().write(0x5); // expect VR207: outside 0x3
    }
}
