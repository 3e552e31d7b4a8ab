// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** A field that changes is left with a view of memory that is gone. */
@Linear
public final class LeftBehind {
    private DmaMemory memory;
    private @Length("16") DmaBytes bytes;

    /** Takes memory over. */
    public LeftBehind(@Moves DmaMemory memory) throws DriverException {
        this.memory = memory;
        this.bytes = memory.bytes(0, 16);
    }

    /** Other memory, and still the old view. */
    public void swap(DmaAllocator allocator, @Moves DmaMemory fresh) {
        allocator.free(memory); // expect VR401: 'bytes' is left with a reference to a value
        memory = fresh;
    }

    /** Clears the first byte. */
    public void clear() {
        bytes.set(0, 0);
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        allocator.free(memory);
    }
}
