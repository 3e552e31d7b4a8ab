// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Log;

/** Gives a ticket of its own, or the one that it was lent where that cannot be had. */
public final class OnErrorPath {
    private OnErrorPath() {}

    /** One of both. */
    public static Ticket renew(Desk desk, Ticket old) {
        try {
            return desk.draw();
        } catch (DriverException e) {
            Log.warn("%s", e.errno());
            return old; // expect VR404: 'old' is borrowed, and is returned where other paths return a value of the caller's own
        }
    }
}
