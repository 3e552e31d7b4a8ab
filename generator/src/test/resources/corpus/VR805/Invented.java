// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** Errors that never happen: one from an older version, and one of another method that is caught. */
public final class Invented {
    private Invented() {}

    /**
     * Checks a length.
     *
     * @throws DriverException EINVAL for none, ENOSPC where there is no room
     */
    public static void check(@U32 long length) throws DriverException { // expect VR805: Invented.check() never fails with ENOSPC, which its documentation names.
        if (length == 0) {
            throw new DriverException(Errno.EINVAL);
        }
    }

    /**
     * Checks a length, and takes none for one.
     *
     * @throws DriverException as {@link #strictly}
     */
    public static @U32 long leniently(@U32 long length) throws DriverException { // expect VR805: never fails with EINVAL (of #strictly)
        try {
            strictly(length);
        } catch (DriverException e) {
            if (e.errno() == Errno.EINVAL) {
                return 1;
            }
            throw e;
        }
        return length;
    }

    /**
     * Checks a length.
     *
     * @throws DriverException EINVAL for none, EMSGSIZE for too much
     */
    public static void strictly(@U32 long length) throws DriverException {
        check(length);
        if (length > 4096) {
            throw new DriverException(Errno.EMSGSIZE);
        }
    }
}
