// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;

/** Tests one value and keeps another one. */
public final class Direct {
    private final Slot slot;
    private @U32 long last;

    /** Uses one slot. */
    public Direct(DmaMemory memory) throws DriverException {
        this.slot = memory.struct(Slot.class, 0);
        this.last = 0;
    }

    /** Takes an id. */
    public @U32 long take() throws DriverException {
        if (slot.id().get() > 16) {
            throw new DriverException(Errno.EPROTO);
        }
        return slot.id().get(); // expect VR602: is read a second time, after a first value of it was tested
    }
}
