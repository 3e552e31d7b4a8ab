// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** What is read again is tested again. */
public final class TestedAgain {
    private final Slot slot;

    /** Uses one slot. */
    public TestedAgain(DmaMemory memory) throws DriverException {
        this.slot = memory.struct(Slot.class, 0);
    }

    /** Takes an id. */
    public @U32 long take() throws DriverException {
        if (slot.id().get() > 16) {
            throw new DriverException(Errno.EPROTO);
        }
        slot.tag().set(1);
        @U32 long id = slot.id().get();
        return id < 16 ? id : 0;
    }

    /** Takes another cell. */
    public @U32 long tag() {
        return slot.id().get() > 16 ? 0 : slot.tag().get();
    }
}
