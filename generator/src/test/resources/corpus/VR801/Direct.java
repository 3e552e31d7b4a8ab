// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.InterruptHandler;
import vireo.dsl.U32;

/** A handler that waits for its device. */
public final class Direct implements InterruptHandler {
    private final Uart uart;

    /** Drives a device. */
    public Direct(Uart uart) {
        this.uart = uart;
    }

    /** Waits until the device is quiet. */
    @Override
    public boolean interrupt(@U32 long source) {
        Deadline deadline = Deadline.afterMillis(1);
        while (uart.status().read() != 0 && !deadline.expired()) {
            Cpu.relax(); // expect VR801: 'relax' may wait
        }
        return true;
    }
}
