// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** What a value is where the statement after it throws. */
public final class AfterThrow {
    private boolean busy = false;

    /** How far it came. */
    public static int steps(Uart uart) {
        int done = 0;
        try {
            refuseZero(uart.status().read());
            done = 1;
            refuseZero(uart.data().read());
            done = 2;
        } catch (DriverException e) {
            return done;
        } finally {
            uart.doorbell().write(1);
        }
        return done + 1;
    }

    /** The field is seen while the method that is called runs. */
    public @U32 long read(Uart uart) {
        busy = true;
        @U32 long found = ask(uart);
        busy = false;
        return found;
    }

    private @U32 long ask(Uart uart) {
        return busy ? uart.status().read() : 0;
    }

    private static void refuseZero(@U32 long status) throws DriverException {
        if (status == 0) {
            throw new DriverException(Errno.ENODATA);
        }
    }
}
