// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U16;

/** Views inside their bytes, and a view of a view. */
public final class SliceView {
    private SliceView() {}

    /** The last byte of a view. */
    public static void last(DmaBytes from, @U16 int offset, @U16 int length) throws DriverException {
        if (length == 0 || length > from.length() || offset > from.length() - length) {
            throw new DriverException(Errno.EINVAL);
        }
        DmaBytes view = from.slice(offset, length);
        view.slice(length - 1, 1).set(0, 1);
    }
}
