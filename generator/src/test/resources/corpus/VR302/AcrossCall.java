// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;
import vireo.dsl.U8;

/** An argument that the callee does not take. */
public final class AcrossCall {
    private AcrossCall() {}

    /** Writes. */
    public static void write(Uart uart, @U16 int value) {
        octet(uart, value); // expect VR302: the parameter 'value'
    }

    private static void octet(Uart uart, @U8 int value) {
        uart.data().write(value);
    }
}
