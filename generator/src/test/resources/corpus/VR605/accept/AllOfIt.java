// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;

/** Where all that was asked for was written, all may be read. */
public final class AllOfIt {
    private static final int SIZE = 64;

    private AllOfIt() {}

    /** Receives exactly that much. */
    public static void receive(Finisher queue, @Length("SIZE") DmaBytes buffer, @Length("SIZE") byte[] to) throws DriverException {
        Finish finish = queue.take();
        if (finish.request() == Finish.NONE || finish.missing() != 0) {
            throw new DriverException(Errno.EIO);
        }
        buffer.copyTo(0, to, 0, SIZE);
    }
}
