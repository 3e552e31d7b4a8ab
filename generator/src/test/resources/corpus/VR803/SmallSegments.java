// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;
import vireo.dsl.U16;

/** Splits a transfer by a size that the device announced, which may be nothing at all. */
public final class SmallSegments {
    private final Uart uart;

    /** Watches a device. */
    public SmallSegments(Uart uart) {
        this.uart = uart;
    }

    /** Sends bytes in pieces. */
    public void send(@Range(max = 65536) int length) {
        @U16 int most = (int) (uart.status().read() & 0xFFFF);
        int left = length;
        while (left > 0) { // expect VR803: no counter moves
            int piece = most < left ? most : left;
            uart.data().write(piece);
            left -= piece;
        }
    }
}
