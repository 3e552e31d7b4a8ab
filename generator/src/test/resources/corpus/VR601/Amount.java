// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;

/** Copies as many bytes as a number of the device's says. */
public final class Amount {
    private static final int SIZE = 256;

    private final @Length("SIZE") DmaBytes buffer;
    private final Slot slot;

    /** Uses one buffer. */
    public Amount(DmaMemory memory) throws DriverException {
        this.buffer = memory.bytes(0, SIZE);
        this.slot = memory.struct(Slot.class, SIZE);
    }

    /** Copies a name behind its length. */
    public void copy(byte[] name) {
        if (name.length < SIZE) {
            return;
        }
        int length = (int) (slot.id().get() >> 25);
        buffer.copyFrom(1, name, 0, length); // expect VR601: The device decides how many bytes are copied
    }
}
