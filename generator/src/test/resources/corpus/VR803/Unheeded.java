// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Deadline;
import vireo.dsl.Log;

/** Notices that the deadline has passed, and goes on. */
public final class Unheeded {
    private final Uart uart;

    /** Watches a device. */
    public Unheeded(Uart uart) {
        this.uart = uart;
    }

    /** Waits until the device is ready. */
    public void await() {
        Deadline deadline = Deadline.afterMillis(100);
        while (uart.status().read() == 0) { // expect VR803: no deadline is tested
            if (deadline.expired()) {
                Log.warn("device is slow");
            }
        }
    }
}
