// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** A driver whose documentation speaks of no errors anywhere misleads nobody. */
public final class Undocumented {
    private Undocumented() {}

    /** Fails. */
    public static void fail() throws DriverException {
        throw new DriverException(Errno.EIO);
    }
}
