// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Log;
import vireo.dsl.U32;

/** A warning is no check. */
public final class OnErrorPath {
    private final Uart uart;

    /** Drives a device. */
    public OnErrorPath(Uart uart) {
        this.uart = uart;
    }

    /** Clears the keys. */
    public void clear() {
        @U32 long keys = uart.status().read();
        if (keys > 64) {
            Log.warn("%u keys", keys);
        }
        for (long i = 0; i < keys; i++) { // expect VR604: The device decides how often a loop runs
            uart.data().write(0);
        }
    }
}
