// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.Length;
import vireo.dsl.Range;

/** The frame starts behind a header, and the header's length is in the number as well. */
public final class BehindTheHeader {
    private static final int SIZE = 128;
    private static final int HEADER = 12;

    private BehindTheHeader() {}

    /** Copies the frame. */
    public static void copy(@Length("SIZE") DmaBytes buffer, @Delivered @Range(max = 100) int length, @Length("SIZE") byte[] to) {
        buffer.copyTo(HEADER, to, 0, length); // expect VR605: no number of delivered bytes bounds it
    }
}
