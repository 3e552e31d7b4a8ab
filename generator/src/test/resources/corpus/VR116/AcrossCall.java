// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;
import vireo.dsl.U32;

/** The caller works a value out, and the private method lets it fall; its result goes the same way. */
public final class AcrossCall {
    private final Uart uart;

    /** Uses it. */
    public AcrossCall(Uart uart) {
        this.uart = uart;
    }

    /** Sends. */
    public void send(@U16 int length) {
        @U32 long before = put(uart.status().read(), length); // expect VR116: The variable 'before' is never read.
        uart.doorbell().write(1);
    }

    private @U32 long put(@U32 long status, @U16 int length) { // expect VR116: The parameter 'length' of AcrossCall.put is never read.
        uart.data().write(status);
        return status;
    }
}
