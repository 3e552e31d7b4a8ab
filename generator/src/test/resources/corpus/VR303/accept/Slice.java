// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U16;

/** The slice ends inside. */
public final class Slice {
    private Slice() {}

    /** Copies. */
    public static void copy(DmaBytes to, byte[] from, @U16 int offset) throws DriverException {
        if (offset > to.length() || from.length > to.length() - offset) {
            throw new DriverException(Errno.EINVAL);
        }
        to.copyFrom(offset, from, 0, from.length);
    }
}
