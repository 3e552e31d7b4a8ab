// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** Read-modify-write of a register that keeps what is written. */
public final class OtherRegister {
    private OtherRegister() {}

    /** Sets a bit. */
    public static void enable(Uart uart) {
        @U32 long data = uart.data().read();
        uart.data().write(data | 1);
    }
}
