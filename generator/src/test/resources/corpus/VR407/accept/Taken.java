// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.U32;

/** First the completion, then the answer. */
public final class Taken {
    private final Finisher queue;
    private final Answered area;
    private Progress progress;

    /** Reads answers. */
    public Taken(Finisher queue, Answered area) {
        this.queue = queue;
        this.area = area;
        this.progress = Progress.IDLE;
    }

    /** What the device says. */
    public @U32 long status() throws DriverException {
        int request = queue.take().request();
        if (request == Finish.NONE) {
            throw new DriverException(Errno.EAGAIN);
        }
        return read();
    }

    private @U32 long read() {
        return area.status().get();
    }

    /** Notes that everything was written. */
    public void finish() throws DriverException {
        Finish finish = queue.take();
        if (finish.request() >= 0 && finish.missing() == 0) {
            progress = Progress.DONE;
        }
    }

    private void refuseUnfinished() throws DriverException {
        if (progress == Progress.DONE) {
            return;
        }
        throw new DriverException(Errno.EBUSY);
    }

    /** Reads all of it. */
    public void copy(@Length("64") DmaBytes buffer, @Length("64") byte[] to) throws DriverException {
        refuseUnfinished();
        buffer.copyTo(0, to, 0, 64);
    }
}
