// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.U32;

/** Checked in the first round, and read anew in each. */
public final class InLoop {
    private static final int SIZE = 256;

    private final @Length("SIZE") DmaBytes buffer;
    private final Slot slot;

    /** Uses one buffer. */
    public InLoop(DmaMemory memory) throws DriverException {
        this.buffer = memory.bytes(0, SIZE);
        this.slot = memory.struct(Slot.class, SIZE);
    }

    /** Marks. */
    public void mark(Uart uart) {
        @U32 long count = slot.id().get();
        if (count > 16) {
            return;
        }
        for (int round = 0; round < 4; round++) {
            for (long i = 0; i < count; i++) { // expect VR601: The device decides how often a loop runs
                uart.data().write(0);
            }
            count = slot.id().get();
        }
    }
}
