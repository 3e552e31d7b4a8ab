// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** A reference that leads nowhere. */
public final class Lost {
    private Lost() {}

    /**
     * Fails.
     *
     * @throws DriverException as {@link #elsewhere}
     */
    public static void fail() throws DriverException { // expect VR805: which is no method of this program
        throw new DriverException(Errno.EIO);
    }
}
