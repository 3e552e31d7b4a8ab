// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Leak;
import vireo.dsl.Moves;

/** Takes memory back, and once it is told so keeps all of it. */
public final class Keeping implements Keeper {
    private final DmaAllocator allocator;
    private boolean keeping;

    /** Gives memory on to the kernel. */
    public Keeping(DmaAllocator allocator) {
        this.allocator = allocator;
        this.keeping = false;
    }

    @Override
    public void release(@Moves DmaMemory memory) {
        if (keeping) {
            Leak.forGood(memory);
            return;
        }
        allocator.free(memory);
    }

    @Override
    public void keepAll() {
        keeping = true;
    }
}
