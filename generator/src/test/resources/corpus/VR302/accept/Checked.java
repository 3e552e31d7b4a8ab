// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint16;
import vireo.dsl.Uint64;

/** Compared before it is narrowed. */
public final class Checked {
    private Checked() {}

    /** The value, where it fits. */
    public static @U16 int low(@U64 long value) throws DriverException {
        if (Uint64.lessThan(0xFFFF, value)) {
            throw new DriverException(Errno.ERANGE);
        }
        return (int) value;
    }

    /** The low bits, as the author asks. */
    public static @U16 int cut(@U32 long value) {
        return Uint16.truncate(value);
    }
}
