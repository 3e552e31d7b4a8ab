// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** Values of another type than the place takes, and an exception that nobody takes. */
public final class Mixed {
    private Mixed() {}

    /** A flag is no number. */
    public static int size(boolean large) {
        return large; // expect VR111: boolean
    }

    private static void fail() throws DriverException {
        throw new DriverException(Errno.EIO);
    }

    /** Neither caught nor declared. */
    public static void quiet() {
        fail(); // expect VR111: DriverException
    }
}
