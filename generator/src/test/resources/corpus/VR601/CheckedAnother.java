// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** A method checks the number that it is given, and returns another one. */
public final class CheckedAnother {
    private final Slot slot;

    /** Uses one slot. */
    public CheckedAnother(DmaMemory memory) throws DriverException {
        this.slot = memory.struct(Slot.class, 0);
    }

    /** Marks. */
    public void mark(Uart uart) throws DriverException {
        @U32 long count = slot.id().get();
        count = next(count);
        for (long i = 0; i < count; i++) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }

    private @U32 long next(@U32 long count) throws DriverException {
        if (count > 64) {
            throw new DriverException(Errno.EPROTO);
        }
        return slot.tag().get();
    }
}
