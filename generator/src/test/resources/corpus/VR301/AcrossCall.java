// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;

/** The callee promises less than the caller needs. */
public final class AcrossCall {
    private AcrossCall() {}

    private static final int SECTOR = 512;

    /** Bytes. */
    public static int bytes(Uart uart) {
        return sectors(uart) * SECTOR; // expect VR301: may leave an int
    }

    private static @Range(min = 0, max = 0x1000_0000) int sectors(Uart uart) {
        return (int) (uart.status().read() & 0xFFF_FFFF);
    }
}
