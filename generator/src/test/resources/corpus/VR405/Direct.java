// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Frees the queue of a device that was never stopped. */
@Linear
public final class Direct {
    private final Link link;
    private final DmaMemory memory;

    /** Takes the memory over. */
    public Direct(Link link, @Moves DmaMemory memory) {
        this.link = link;
        this.memory = memory;
    }

    /** Whether the device is an old one. */
    public boolean isOld() {
        return link.isOld();
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        allocator.free(memory); // expect VR405: 'memory' goes back while a device may still use it
    }
}
