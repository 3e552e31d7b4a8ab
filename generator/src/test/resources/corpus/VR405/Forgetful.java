// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Leak;
import vireo.dsl.Moves;

/** Says that it keeps memory, and forgets it where a piece is large. */
public final class Forgetful implements Keeper {
    private final DmaAllocator allocator;
    private boolean keeping;

    /** Gives memory on to the kernel. */
    public Forgetful(DmaAllocator allocator) {
        this.allocator = allocator;
        this.keeping = false;
    }

    @Override
    public void release(@Moves DmaMemory memory) {
        if (keeping && memory.size() < 4096) {
            Leak.forGood(memory);
            return;
        }
        allocator.free(memory); // expect VR405: Forgetful.keepAll says that memory is kept for good, and it is not
    }

    @Override
    public void keepAll() {
        keeping = true;
    }
}
