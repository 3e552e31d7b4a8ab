// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.Probe;

/** Allocates as often as the device says. */
public final class InLoop {
    private InLoop() {}

    /** Finds devices. */
    @Probe
    public static void probe(Uart uart) throws DriverException {
        while (uart.status().read() != 0) { // expect VR803: Nothing bounds this loop
            Buffer buffer = new Buffer(); // expect VR104: loop without a provable bound
            Log.info("%u", buffer.used());
        }
    }
}
