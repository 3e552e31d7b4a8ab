// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint64;

/** The last try is taken as it is. */
public final class OnErrorPath {
    private final Settings settings;
    private final Uart uart;
    private @U64 long area;

    /** Reads settings. */
    public OnErrorPath(Settings settings, Uart uart) {
        this.settings = settings;
        this.uart = uart;
        this.area = 0;
    }

    /** Keeps the area. */
    public void read() {
        for (int tries = 0; tries < 4; tries++) {
            @U32 long before = uart.status().read();
            @U32 long width = settings.width().read();
            @U32 long height = settings.height().read();
            if (uart.status().read() == before || tries == 3) {
                area = Uint64.wrappingMul(width, height); // expect VR206: that are not known to belong together
                return;
            }
        }
    }
}
