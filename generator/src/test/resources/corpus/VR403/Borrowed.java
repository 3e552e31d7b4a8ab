// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Frees what is lent, and what the object goes on owning. */
@Linear
public final class Borrowed {
    private final DmaMemory memory;

    /** Takes the memory over. */
    public Borrowed(@Moves DmaMemory memory) {
        this.memory = memory;
    }

    /** The caller will free it, too. */
    public static void drop(DmaAllocator allocator, DmaMemory memory) {
        allocator.free(memory); // expect VR403: 'memory' is consumed here by one who only borrows it
    }

    /** The object will free it, too. */
    public void shrink(DmaAllocator allocator) {
        allocator.free(memory); // expect VR403: 'memory' is consumed here, and the object goes on owning it
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        allocator.free(memory);
    }
}
