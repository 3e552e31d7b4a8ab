// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** Errors that are passed on, caught, told apart, chosen by the caller, and documented once. */
public final class Exactly {
    private Exactly() {}

    /**
     * Checks a length.
     *
     * @throws DriverException EINVAL for none; {@link Errno#EMSGSIZE} for too much
     */
    public static void check(@U32 long length) throws DriverException {
        refuse(length == 0, Errno.EINVAL);
        refuse(length > 4096, Errno.EMSGSIZE);
    }

    /** Private methods say what they like. */
    private static void refuse(boolean wrong, Errno reason) throws DriverException {
        if (wrong) {
            throw new DriverException(reason);
        }
    }

    /**
     * Checks two lengths.
     *
     * @throws DriverException as {@link #check}
     */
    public static void both(@U32 long one, @U32 long two) throws DriverException {
        check(one);
        check(two);
    }

    /**
     * Checks a length, and takes none for one.
     *
     * @throws DriverException EMSGSIZE for too much
     */
    public static @U32 long leniently(@U32 long length) throws DriverException {
        try {
            check(length);
        } catch (DriverException e) {
            if (e.errno() != Errno.EINVAL) {
                throw e;
            }
            return 1;
        }
        return length;
    }

    /**
     * Fails for a reason.
     *
     * @throws DriverException {@code reason} where something is wrong
     */
    public static void refuseFor(boolean wrong, Errno reason) throws DriverException {
        refuse(wrong, reason);
    }

    /** Whether a length is possible. Nothing to document: nothing leaves. */
    public static boolean isPossible(@U32 long length) {
        try {
            check(length);
        } catch (DriverException e) {
            return false;
        }
        return true;
    }
}
