// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;

/** The device's answer is fetched by another method. */
public final class AcrossCall {
    private final Uart uart;

    /** Watches a device. */
    public AcrossCall(Uart uart) {
        this.uart = uart;
    }

    /** Waits until the device is ready. */
    public void await() {
        while (!isReady()) { // expect VR803: no deadline is tested
            Cpu.relax();
        }
    }

    private boolean isReady() {
        return uart.status().read() == 1;
    }
}
