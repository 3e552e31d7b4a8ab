// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Nullable;
import vireo.dsl.U32;

/** Tested before. */
public final class Tested {
    private Tested() {}

    /** Reads. */
    public static @U32 long status(@Nullable Uart uart) throws DriverException {
        if (uart == null) {
            throw new DriverException(Errno.ENODEV);
        }
        return uart.status().read();
    }

    /** Reads where it can. */
    public static @U32 long orZero(@Nullable Uart uart) {
        return uart != null ? read(uart) : 0;
    }

    private static @U32 long read(Uart uart) {
        return uart.status().read();
    }
}
