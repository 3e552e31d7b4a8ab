// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** One of two callers has looked. */
public final class AcrossCall {
    private AcrossCall() {}

    private static @U32 long status(Answered area) {
        return area.status().get(); // expect VR407: on some way here no completion was taken
    }

    /** After a completion. */
    public static @U32 long wait(Finisher queue, Answered area) throws DriverException {
        if (queue.take().request() < 0) {
            throw new DriverException(Errno.EAGAIN);
        }
        return status(area);
    }

    /** Without one. */
    public static @U32 long peek(Answered area) {
        return status(area);
    }
}
