// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Range;

/** A helper copies as many bytes as it is told, and is told the buffer's size. */
public final class AcrossCall {
    private static final int SIZE = 64;

    private AcrossCall() {}

    /** Receives. */
    public static void receive(Finisher queue, @Length("SIZE") DmaBytes buffer, @Length("SIZE") byte[] to) throws DriverException {
        if (queue.take().request() != Finish.NONE) {
            copy(buffer, to, SIZE);
        }
    }

    private static void copy(@Length("SIZE") DmaBytes buffer, @Length("SIZE") byte[] to, @Range(max = SIZE) int length) {
        buffer.copyTo(0, to, 0, length); // expect VR605: no number of delivered bytes bounds it
    }
}
