// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** A divisor that a device gave. */
public final class Direct {
    private Direct() {}

    /** Blocks. */
    public static @U32 long blocks(Uart uart, @U32 long bytes) {
        return bytes / uart.status().read(); // expect VR304: may be zero
    }
}
