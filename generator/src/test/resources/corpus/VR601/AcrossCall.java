// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.U32;

/** A private method is told how often by another one, which believes the device. */
public final class AcrossCall {
    private static final int SIZE = 256;

    private final @Length("SIZE") DmaBytes buffer;
    private final Slot slot;

    /** Uses one buffer. */
    public AcrossCall(DmaMemory memory) throws DriverException {
        this.buffer = memory.bytes(0, SIZE);
        this.slot = memory.struct(Slot.class, SIZE);
    }

    /** Marks. */
    public void mark(Uart uart) {
        repeat(uart, 4);
        repeat(uart, wanted());
    }

    private @U32 long wanted() {
        return slot.id().get();
    }

    private static void repeat(Uart uart, @U32 long count) {
        for (long i = 0; i < count; i++) { // expect VR601: The device decides how often a loop runs
            uart.data().write(0);
        }
    }
}
