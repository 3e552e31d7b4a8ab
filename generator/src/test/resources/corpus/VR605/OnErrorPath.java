// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.U8;

/** Logs the header of what was refused for being shorter than a header. */
public final class OnErrorPath {
    private static final int SIZE = 64;
    private static final int HEADER = 12;

    private OnErrorPath() {}

    /** The type of what came. */
    public static @U8 int type(@Length("SIZE") DmaBytes buffer, @Delivered @Range(max = SIZE) int length) throws DriverException {
        if (length < HEADER) {
            @U8 int type = buffer.get(0); // expect VR605: no number of delivered bytes bounds it
            Log.warn("%d bytes of type %d are no header", length, type);
            throw new DriverException(Errno.EPROTO);
        }
        return buffer.get(0);
    }
}
