// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Deadline;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** Waits for a value and takes the next one. */
public final class InLoop {
    private final Slot slot;
    private @U32 long last;

    /** Uses one slot. */
    public InLoop(DmaMemory memory) throws DriverException {
        this.slot = memory.struct(Slot.class, 0);
        this.last = 0;
    }

    /** Waits for an id. */
    public @U32 long await() throws DriverException {
        Deadline deadline = Deadline.afterMillis(10);
        while (slot.id().get() == 0) {
            if (deadline.expired()) {
                throw new DriverException(Errno.ETIMEDOUT);
            }
        }
        return slot.id().get(); // expect VR602: is read a second time, after a first value of it was tested
    }
}
