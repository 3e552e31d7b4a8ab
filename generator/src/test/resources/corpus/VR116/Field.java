// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** Counted, and never looked at. */
public final class Field {
    private final Uart uart;
    private @U32 long reads = 0; // expect VR116: The field 'reads' is never read.

    /** Uses it. */
    public Field(Uart uart) {
        this.uart = uart;
    }

    /** Reads. */
    public @U32 long read() {
        reads = (reads + 1) & 0xFFFF;
        return uart.data().read();
    }
}
