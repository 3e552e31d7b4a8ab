// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/** Wraps where it says so. */
public final class Wrapping {
    private Wrapping() {}

    /** The sum modulo 2^32. */
    public static @U32 long sum(@U32 long a, @U32 long b) {
        return Uint32.wrappingAdd(a, b);
    }

    /** The sum, or EOVERFLOW. */
    public static @U32 long checked(@U32 long a, @U32 long b) throws DriverException {
        return Uint32.checkedAdd(a, b);
    }
}
