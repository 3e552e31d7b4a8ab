// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U16;

/** The way round a failure leaves a field out. */
public final class OnErrorPath {
    private @U16 int speed; // expect VR115: gives the field 'speed' a value on some paths only
    private boolean known;

    /** Asks what the speed is. */
    public OnErrorPath(Uart uart) {
        try {
            this.speed = ask(uart);
            this.known = true;
        } catch (DriverException e) {
            this.known = false;
        }
    }

    private static @U16 int ask(Uart uart) throws DriverException {
        if (uart.status().read() == 0) {
            throw new DriverException(Errno.ENODEV);
        }
        return 100;
    }

    /** The speed, 0 where it is not known. */
    public @U16 int speed() {
        return known ? speed : 0;
    }

    /** Forgets. */
    public void forget() {
        known = false;
        speed = 0;
    }
}
