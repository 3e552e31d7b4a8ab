// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint64;

/** Two registers, one after the other. */
public final class Direct {
    private final Settings settings;
    private final Uart uart;
    private @U64 long area;

    /** Reads settings. */
    public Direct(Settings settings, Uart uart) {
        this.settings = settings;
        this.uart = uart;
        this.area = 0;
    }

    /** Keeps the area. */
    public void read() {
        @U32 long width = settings.width().read();
        @U32 long height = settings.height().read();
        area = Uint64.wrappingMul(width, height); // expect VR206: that are not known to belong together
    }
}
