// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** A shift by as much as the device says. */
public final class Count {
    private Count() {}

    /** The size. */
    public static @U32 long size(Uart uart) {
        int order = (int) (uart.status().read() & 0x3F);
        return 0xFFFF >> order; // expect VR304: may be 32 or more
    }
}
