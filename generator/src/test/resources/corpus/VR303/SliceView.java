// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U16;

/** A view that is longer than the bytes, and one that is written behind its end. */
public final class SliceView {
    private SliceView() {}

    /** Nobody said how much is there. */
    public static void first(DmaBytes from, @U16 int offset) {
        DmaBytes view = from.slice(offset, 4); // expect VR303: The slice may end beyond 'from'
        view.set(0, 1);
    }

    /** The view is shorter than the bytes that it is cut from. */
    public static void behind(DmaBytes from, @U16 int length) throws DriverException {
        if (length > from.length()) {
            throw new DriverException(Errno.EINVAL);
        }
        DmaBytes view = from.slice(0, length);
        view.set(length, 1); // expect VR303: not known to be below the length of 'view'
    }
}
