// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.U32;

/** Compared with another number of the device's. */
public final class LimitOfItsOwn {
    private static final int SIZE = 256;

    private final @Length("SIZE") DmaBytes buffer;
    private final Slot slot;

    /** Uses one buffer. */
    public LimitOfItsOwn(DmaMemory memory) throws DriverException {
        this.buffer = memory.bytes(0, SIZE);
        this.slot = memory.struct(Slot.class, SIZE);
    }

    /** Marks. */
    public void mark(Uart uart) throws DriverException {
        @U32 long count = slot.id().get();
        if (count > slot.tag().get()) {
            throw new DriverException(Errno.EPROTO);
        }
        for (long i = 0; i < count; i++) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }
}
