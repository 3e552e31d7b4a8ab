// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** The device may end a loop early, where the driver ends it in good time. */
public final class OneLimitIsOwn {
    private static final int MOST = 16;

    private OneLimitIsOwn() {}

    /** Up to a limit of each. */
    public static void mark(Slot slot, Uart uart) {
        @U32 long count = slot.id().get();
        for (int i = 0; i < MOST && i < count; i++) {
            uart.data().write(0);
        }
    }

    /** Left inside. */
    public static void markUntil(Slot slot, Uart uart) {
        @U32 long count = slot.id().get();
        for (int i = 0; i < MOST; i++) {
            if (i >= count) {
                break;
            }
            uart.data().write(0);
        }
    }

    /** Counts down from what was checked. */
    public static void countDown(Slot slot, Uart uart) throws DriverException {
        @U32 long left = slot.id().get();
        if (left > MOST) {
            throw new DriverException(Errno.EPROTO);
        }
        while (left > 0) {
            left = left - 1;
            uart.data().write(0);
        }
    }

    /** Starts where the device says, and ends where the driver says. */
    public static void markFrom(Slot slot, Uart uart) {
        for (@U32 long i = slot.id().get(); i < MOST; i++) {
            uart.data().write(0);
        }
    }
}
