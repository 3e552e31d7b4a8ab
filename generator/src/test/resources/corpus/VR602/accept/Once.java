// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Deadline;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** One read, one test, one use. */
public final class Once {
    private final Slot slot;
    private @U32 long last;

    /** Uses one slot. */
    public Once(DmaMemory memory) throws DriverException {
        this.slot = memory.struct(Slot.class, 0);
        this.last = 0;
    }

    /** Takes an id. */
    public @U32 long take() throws DriverException {
        @U32 long id = slot.id().get();
        if (id > 16) {
            throw new DriverException(Errno.EPROTO);
        }
        last = id;
        return id;
    }

    /** The id that was taken last. */
    public @U32 long last() {
        return last;
    }

    /** Waits for an id. */
    public @U32 long await() throws DriverException {
        Deadline deadline = Deadline.afterMillis(10);
        @U32 long id = slot.id().get();
        while (id == 0) {
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT);
            }
            id = slot.id().get();
        }
        return id;
    }
}
