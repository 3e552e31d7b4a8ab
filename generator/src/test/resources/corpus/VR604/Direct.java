// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** As many keys as the device has room for. */
public final class Direct {
    private final Uart uart;

    /** Drives a device. */
    public Direct(Uart uart) {
        this.uart = uart;
    }

    /** Clears the keys. */
    public void clear() {
        @U32 long keys = uart.status().read();
        for (long i = 0; i < keys; i++) { // expect VR604: The device decides how often a loop runs
            uart.data().write(0);
        }
    }
}
