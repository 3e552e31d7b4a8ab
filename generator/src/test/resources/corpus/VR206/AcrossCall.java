// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint64;

/** Private methods read, and nobody compares. */
public final class AcrossCall {
    private final Settings settings;
    private final Uart uart;
    private @U64 long area;

    /** Reads settings. */
    public AcrossCall(Settings settings, Uart uart) {
        this.settings = settings;
        this.uart = uart;
        this.area = 0;
    }

    /** The area. */
    public @U64 long area() {
        return Uint64.wrappingMul(width(), height()); // expect VR206: that are not known to belong together
    }

    private @U32 long width() {
        return settings.width().read();
    }

    private @U32 long height() {
        return settings.height().read();
    }
}
