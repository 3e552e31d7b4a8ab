// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Length;

/** Copies all of the buffer, however little came. */
public final class Direct {
    private static final int SIZE = 64;

    private Direct() {}

    /** Receives. */
    public static int receive(Finisher queue, @Length("SIZE") DmaBytes buffer, @Length("SIZE") byte[] to) throws DriverException {
        Finish finish = queue.take();
        if (finish.request() == Finish.NONE || finish.length() > SIZE) {
            return 0;
        }
        buffer.copyTo(0, to, 0, SIZE); // expect VR605: no number of delivered bytes bounds it
        return finish.length();
    }
}
