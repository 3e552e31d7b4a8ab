// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/** Errors that are thrown here, by a helper, and by arithmetic. */
public final class Missing {
    private Missing() {}

    /**
     * Checks a length.
     *
     * @throws DriverException EINVAL for none
     */
    public static void check(@U32 long length) throws DriverException { // expect VR805: Missing.check() may fail with EMSGSIZE, which its documentation does not name.
        if (length == 0) {
            throw new DriverException(Errno.EINVAL);
        }
        refuseLong(length);
    }

    private static void refuseLong(@U32 long length) throws DriverException {
        if (length > 4096) {
            throw new DriverException(Errno.EMSGSIZE);
        }
    }

    /** Twice a length. */
    public static @U32 long twice(@U32 long length) throws DriverException { // expect VR805: Missing.twice() may fail with EOVERFLOW, and its documentation does not say so.
        return Uint32.checkedMul(length, 2);
    }
}
