// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** Counts down from a number of the device's. */
public final class CountsDown {
    private CountsDown() {}

    /** Marks. */
    public static void mark(Slot slot, Uart uart) {
        @U32 long left = slot.id().get();
        while (left > 0) { // expect VR601: The device decides how often a loop runs
            left = left - 1;
            uart.data().write(0);
        }
    }

    /** Marks, in the header of the loop. */
    public static void markAgain(Slot slot, Uart uart) {
        for (@U32 long left = slot.id().get(); left != 0; left--) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }
}
