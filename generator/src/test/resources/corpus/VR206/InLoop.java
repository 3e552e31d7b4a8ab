// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint64;

/** The counter is read twice before, and never after. */
public final class InLoop {
    private final Settings settings;
    private final Uart uart;
    private @U64 long area;

    /** Reads settings. */
    public InLoop(Settings settings, Uart uart) {
        this.settings = settings;
        this.uart = uart;
        this.area = 0;
    }

    /** Keeps the area. */
    public void read() {
        for (int tries = 0; tries < 4; tries++) {
            @U32 long before = uart.status().read();
            @U32 long after = uart.status().read();
            @U32 long width = settings.width().read();
            @U32 long height = settings.height().read();
            if (after == before) {
                area = Uint64.wrappingMul(width, height); // expect VR206: that are not known to belong together
                return;
            }
        }
    }
}
