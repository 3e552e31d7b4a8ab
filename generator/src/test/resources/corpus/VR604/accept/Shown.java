// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Log;
import vireo.dsl.U32;

/** Handed on as it is, to somebody who knows what it means. */
public final class Shown {
    private final Uart uart;

    /** Drives a device. */
    public Shown(Uart uart) {
        this.uart = uart;
    }

    /** What the device says of itself. */
    public @U32 long status() {
        return uart.status().read();
    }

    /** Writes back what was read. */
    public void repeat() {
        @U32 long value = uart.status().read();
        if (value != 0) {
            uart.data().write(value);
            Log.debug("%u", value);
        }
    }
}
