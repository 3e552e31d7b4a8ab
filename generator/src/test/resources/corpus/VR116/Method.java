// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** A step that is never taken. */
public final class Method {
    private final Uart uart;

    /** Uses it. */
    public Method(Uart uart) {
        this.uart = uart;
    }

    /** Starts. */
    public void start(@U32 long value) {
        uart.data().write(value);
    }

    private void acknowledge() { // expect VR116: The private method 'acknowledge' is never called.
        uart.doorbell().write(1);
    }
}
