// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint64;

/** Read again until the counter of changes stands still. */
public final class AtRest {
    private final Settings settings;
    private final Uart uart;
    private @U64 long area;

    /** Reads settings. */
    public AtRest(Settings settings, Uart uart) {
        this.settings = settings;
        this.uart = uart;
        this.area = 0;
    }

    /** Keeps the area. */
    public void read() throws DriverException {
        for (int tries = 0; tries < 4; tries++) {
            @U32 long before = uart.status().read();
            @U32 long width = settings.width().read();
            @U32 long height = settings.height().read();
            if (uart.status().read() == before) {
                area = Uint64.wrappingMul(width, height);
                return;
            }
        }
        throw new DriverException(Errno.EAGAIN);
    }

    /** The height, which is read in one. */
    public @U32 long height() {
        return settings.height().read();
    }

    /** The area. */
    public @U64 long area() {
        return area;
    }
}
