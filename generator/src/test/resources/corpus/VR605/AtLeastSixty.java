// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.Length;
import vireo.dsl.Range;

/** Short frames are padded, with whatever the buffer held. */
public final class AtLeastSixty {
    private static final int SIZE = 128;
    private static final int SHORTEST = 60;

    private @Delivered @Range(max = SIZE) int length;

    /** Nothing yet. */
    public AtLeastSixty() {
        this.length = 0;
    }

    /** Notes how long a frame is. */
    public void note(@Delivered @Range(max = SIZE) int delivered) {
        length = delivered < SHORTEST ? SHORTEST : delivered; // expect VR605: may be more than the device has written
    }

    /** Copies the frame. */
    public void copy(@Length("SIZE") DmaBytes buffer, @Length("SIZE") byte[] to) {
        buffer.copyTo(0, to, 0, length);
    }
}
