// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Cpu;
import vireo.dsl.U32;

/** The outer loop counts, the inner one waits for ever. */
public final class InLoop {
    private final Uart uart;

    /** Watches a device. */
    public InLoop(Uart uart) {
        this.uart = uart;
    }

    /** Sends a few words. */
    public void send(@U32 long word) {
        for (int i = 0; i < 4; i++) {
            do { // expect VR803: no deadline is tested
                Cpu.relax();
            } while (uart.status().read() == 0);
            uart.data().write(word);
        }
    }
}
