// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Nullable;
import vireo.dsl.U32;

/** Tested on one path only. */
public final class OnePath {
    private OnePath() {}

    /** Reads. */
    public static @U32 long status(@Nullable Uart uart, boolean careful) throws DriverException {
        if (careful && uart == null) {
            throw new DriverException(Errno.ENODEV);
        }
        return uart.status().read(); // expect VR307: may be null here
    }
}
