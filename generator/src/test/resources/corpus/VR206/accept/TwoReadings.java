// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;
import vireo.dsl.U64;

/** Two readings that are equal; private methods read. */
public final class TwoReadings {
    private final Settings settings;
    private final Uart uart;

    /** Reads settings. */
    public TwoReadings(Settings settings, Uart uart) {
        this.settings = settings;
        this.uart = uart;
    }

    /** The capacity. */
    public @U64 long capacity(boolean counts) throws DriverException {
        @U64 long last = 0;
        for (int tries = 0; tries < 4; tries++) {
            @U32 long before = uart.status().read();
            @U64 long now = current();
            if (counts ? uart.status().read() == before : now == last) {
                return now;
            }
            last = now;
        }
        throw new DriverException(Errno.EAGAIN);
    }

    private @U64 long current() {
        return settings.capacity().read();
    }
}
