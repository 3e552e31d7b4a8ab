// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** A count below the width. */
public final class Count {
    private Count() {}

    /** The size. */
    public static @U32 long size(Uart uart) {
        int order = (int) (uart.status().read() & 0x1F);
        return 0xFFFF >> order;
    }
}
