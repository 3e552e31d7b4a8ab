// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** The limit is tested inside, and read anew in another loop's condition. */
public final class LeftInside {
    private LeftInside() {}

    /** Marks. */
    public static void mark(Slot slot, Uart uart) {
        @U32 long count = slot.id().get();
        long i = 0;
        while (true) {
            if (i >= count) { // expect VR601: The device decides how often a loop runs
                break;
            }
            i++;
            uart.data().write(0);
        }
    }

    /** Marks as often as the slot says by then. */
    public static void markUntil(Slot slot, Uart uart) {
        for (long i = 0; i < slot.id().get(); i++) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }
}
