// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.U32;

/** Kept in a field, and believed later. */
public final class ByField {
    private static final int SIZE = 256;

    private final @Length("SIZE") DmaBytes buffer;
    private final Slot slot;
    private @U32 long count;

    /** Uses one buffer. */
    public ByField(DmaMemory memory) throws DriverException {
        this.buffer = memory.bytes(0, SIZE);
        this.slot = memory.struct(Slot.class, SIZE);
        this.count = 0;
    }

    /** Looks. */
    public void look() {
        count = slot.id().get();
    }

    /** Marks. */
    public void mark(Uart uart) {
        for (long i = 0; i < count; i++) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }
}
