// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Gives the memory back by another name. */
@Linear
public final class Alias {
    private final Link link;
    private DmaMemory memory;

    /** Takes the memory over. */
    public Alias(Link link, @Moves DmaMemory memory) {
        this.link = link;
        this.memory = memory;
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        DmaMemory last = memory;
        allocator.free(last); // expect VR405: 'last' goes back while a device may still use it
    }
}
