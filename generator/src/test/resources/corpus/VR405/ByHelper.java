// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** A private method that frees whatever it gets. */
@Linear
public final class ByHelper {
    private final Link link;
    private final DmaMemory memory;

    /** Takes the memory over. */
    public ByHelper(Link link, @Moves DmaMemory memory) {
        this.link = link;
        this.memory = memory;
    }

    private static void drop(DmaAllocator allocator, DmaMemory some) {
        allocator.free(some);
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        drop(allocator, memory); // expect VR405: 'memory' goes back while a device may still use it
    }
}
