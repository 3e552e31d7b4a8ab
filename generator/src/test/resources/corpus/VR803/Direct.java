// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;

/** Waits for a reset that may never be confirmed. */
public final class Direct {
    private final Uart uart;

    /** Watches a device. */
    public Direct(Uart uart) {
        this.uart = uart;
    }

    /** Resets the device. */
    public void reset() {
        uart.control().write(0);
        while (uart.status().read() != 0) { // expect VR803: no deadline is tested
            Cpu.relax();
        }
    }
}
