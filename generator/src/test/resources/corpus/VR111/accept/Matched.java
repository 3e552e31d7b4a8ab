// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** The same with types that match. */
public final class Matched {
    private Matched() {}

    /** A number for a flag. */
    public static int size(boolean large) {
        return large ? 2 : 1;
    }

    private static void fail() throws DriverException {
        throw new DriverException(Errno.EIO);
    }

    /** Declared. */
    public static void loud() throws DriverException {
        fail();
    }
}
