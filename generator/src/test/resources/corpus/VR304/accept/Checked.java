// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U16;
import vireo.dsl.U32;

/** Tested before. */
public final class Checked {
    private Checked() {}

    /** Blocks. */
    public static @U32 long blocks(Uart uart, @U32 long bytes) throws DriverException {
        @U32 long size = uart.status().read();
        if (size == 0) {
            throw new DriverException(Errno.EINVAL);
        }
        return bytes / size;
    }

    /** Segments. */
    public static @U32 long segments(@U32 long bytes, @U16 int largest) throws DriverException {
        if (largest < 512) {
            throw new DriverException(Errno.EINVAL);
        }
        return bytes / (largest / 512);
    }
}
