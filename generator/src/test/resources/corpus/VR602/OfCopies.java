// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U8;

/** A byte is tested, and then read again among others. */
public final class OfCopies {
    private static final int SIZE = 64;

    private OfCopies() {}

    /** By a copy. */
    public static void copy(
            @Length("SIZE") DmaBytes from, @Delivered @Range(min = SIZE, max = SIZE) int length, @Length("SIZE") byte[] to)
            throws DriverException {
        if (from.get(0) > 14) {
            throw new DriverException(Errno.EPROTO);
        }
        from.copyTo(0, to, 0, length); // expect VR602: read a second time
    }

    /** By a view. */
    public static @U8 int view(@Length("SIZE") DmaBytes from, @Delivered @Range(min = SIZE, max = SIZE) int length)
            throws DriverException {
        if (from.get(4) > 14) {
            throw new DriverException(Errno.EPROTO);
        }
        return from.slice(4, 8).get(0); // expect VR602: read a second time
    }
}
