// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Nullable;
import vireo.dsl.U32;

/** Handed on to a method that expects one. */
public final class AcrossCall {
    private AcrossCall() {}

    /** Reads. */
    public static @U32 long status(@Nullable Uart uart) {
        return read(uart); // expect VR307: not declared @Nullable
    }

    private static @U32 long read(Uart uart) {
        return uart.status().read();
    }
}
