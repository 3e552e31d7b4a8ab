// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U16;

/** Bounded by declarations and by checks. */
public final class Bounded {
    private Bounded() {}

    /** The sum. */
    public static int sum(@U16 int a, @U16 int b) {
        return a + b;
    }

    /** The sum, where it fits. */
    public static int checked(int a, int b) throws DriverException {
        if (a < 0 || b < 0 || a > 1000 || b > 1000) {
            throw new DriverException(Errno.EINVAL);
        }
        return a * b;
    }
}
