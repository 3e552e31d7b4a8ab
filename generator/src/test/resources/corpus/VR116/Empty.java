// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** Nothing to do, and no word why. */
public final class Empty {
    private final Uart uart;

    /** Uses it. */
    public Empty(Uart uart) {
        this.uart = uart;
    }

    /** Starts. */
    public void start(@U32 long value) {
        if (value > 16) {} // expect VR116: Nothing is done where this holds.
        uart.data().write(value);
        finish();
    }

    private void finish() {} // expect VR116: The method 'finish' does nothing.
}
