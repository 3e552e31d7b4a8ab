// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Range;
import vireo.dsl.U16;

/** What the private method promises, the caller need not test. */
public final class AcrossCall {
    private AcrossCall() {}

    /** The place. */
    public static int place(@U16 int wanted) throws DriverException {
        int at = clipped(wanted);
        if (at > 15) { // expect VR117: 'at > 15' is always false here.
            throw new DriverException(Errno.EINVAL);
        }
        return at;
    }

    private static @Range(max = 15) int clipped(@U16 int wanted) {
        return wanted < 15 ? wanted : 15;
    }
}
