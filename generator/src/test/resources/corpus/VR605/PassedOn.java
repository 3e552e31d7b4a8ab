// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.Length;
import vireo.dsl.Range;

/** A limit is passed on as what came. */
public final class PassedOn {
    private static final int SIZE = 64;

    private PassedOn() {}

    private static void copy(@Length("SIZE") DmaBytes buffer, @Delivered @Range(max = SIZE) int length, @Length("SIZE") byte[] to) {
        buffer.copyTo(0, to, 0, length);
    }

    /** Copies all, or what came. */
    public static void either(@Length("SIZE") DmaBytes buffer, @Delivered @Range(max = SIZE) int length, boolean all, @Length("SIZE") byte[] to) {
        copy(buffer, all ? SIZE : length, to); // expect VR605: may be more than the device has written
    }
}
