// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.InterruptHandler;
import vireo.dsl.U32;

/** Handler and thread change the same register bit by bit. */
public final class Registers implements InterruptHandler {
    private final Uart uart;

    /** Uses one device. */
    public Registers(Uart uart) {
        this.uart = uart;
    }

    @Override
    public boolean interrupt(@U32 long source) {
        uart.data().write(uart.data().read() & 0xFFL); // expect VR802: in interrupt context, and outside as well
        return true;
    }

    /** Sets a bit. */
    public void on() {
        uart.data().write(uart.data().read() | 1L);
    }
}
