// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.InterruptHandler;
import vireo.dsl.U32;

/** The handler calls what waits for a reset. */
public final class AcrossCall implements InterruptHandler {
    private final Uart uart;

    /** Drives a device. */
    public AcrossCall(Uart uart) {
        this.uart = uart;
    }

    /** Resets a device that reports an error. */
    @Override
    public boolean interrupt(@U32 long source) {
        if (uart.status().read() == 2) {
            reset();
        }
        return true;
    }

    private void reset() {
        uart.control().write(0);
        Deadline deadline = Deadline.afterMillis(100);
        while (uart.status().read() != 0 && !deadline.expired()) {
            Cpu.relax(); // expect VR801: 'relax' may wait
        }
    }
}
