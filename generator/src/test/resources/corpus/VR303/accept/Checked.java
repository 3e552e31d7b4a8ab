// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U16;

/** Compared before it is used. */
public final class Checked {
    private Checked() {}

    /** A byte. */
    public static int at(byte[] data, @U16 int index) throws DriverException {
        if (index >= data.length) {
            throw new DriverException(Errno.EINVAL);
        }
        return data[index];
    }

    /** A byte, or zero. */
    public static int orZero(byte[] data, @U16 int index) {
        return index < data.length && data[index] > 0 ? data[index] : 0;
    }

    /** Copies what fits. */
    public static void copy(byte[] from, byte[] to) {
        for (int i = 0; i < from.length && i < to.length; i++) {
            to[i] = from[i];
        }
    }
}
