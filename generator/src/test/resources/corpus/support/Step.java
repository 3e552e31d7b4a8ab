// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U16;

/** A step that may fail. */
public final class Step {
    private Step() {}

    /** Fails for an odd number. */
    public static @U16 int even(@U16 int number) throws DriverException {
        if ((number & 1) != 0) {
            throw new DriverException(Errno.EINVAL);
        }
        return number;
    }

    /** A value that may be anything a 16-bit register holds. */
    public static @U16 int halved(@U16 int number) {
        return number / 2;
    }
}
