// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;

/** Takes as much memory as the device asks for. */
public final class Memory {
    private static final int SIZE = 256;

    private final @Length("SIZE") DmaBytes buffer;
    private final Slot slot;

    /** Uses one buffer. */
    public Memory(DmaMemory memory) throws DriverException {
        this.buffer = memory.bytes(0, SIZE);
        this.slot = memory.struct(Slot.class, SIZE);
    }

    /** Memory for the device. */
    public DmaMemory grow(DmaAllocator allocator) throws DriverException {
        long size = (slot.id().get() >> 3) + 1;
        return allocator.allocate(size, 64); // expect VR601: The device decides what
    }
}
