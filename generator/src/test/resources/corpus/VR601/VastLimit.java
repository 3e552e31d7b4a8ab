// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/** A limit that is no limit, and one that a checked sum brings along. */
public final class VastLimit {
    private final Slot slot;

    /** Uses one slot. */
    public VastLimit(DmaMemory memory) throws DriverException {
        this.slot = memory.struct(Slot.class, 0);
    }

    /** Marks. */
    public void mark(Uart uart) throws DriverException {
        @U32 long count = slot.id().get();
        if (count > 0xFFFF_FFFFL) {
            throw new DriverException(Errno.EPROTO);
        }
        for (long i = 0; i < count; i++) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }

    /** Marks one more. */
    public void markMore(Uart uart) throws DriverException {
        @U32 long count = Uint32.checkedAdd(slot.id().get(), 1);
        for (long i = 0; i < count; i++) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }
}
