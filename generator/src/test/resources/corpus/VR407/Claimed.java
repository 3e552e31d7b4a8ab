// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;

/** A request is said to be done, and nobody has seen it. */
public final class Claimed {
    /** Where a request stands. */
    private Progress progress;

    /** Nothing begun. */
    public Claimed() {
        this.progress = Progress.IDLE;
    }

    /** Done, they say. */
    public void finish() {
        progress = Progress.DONE; // expect VR407: nobody has found that
    }

    /** Reads all of it. */
    public void copy(@Length("64") DmaBytes buffer, @Length("64") byte[] to) throws DriverException {
        if (progress != Progress.DONE) {
            throw new DriverException(Errno.EBUSY);
        }
        buffer.copyTo(0, to, 0, 64);
    }
}
