// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Stops the device in a loop that may not turn at all. */
@Linear
public final class InLoop {
    private final Link link;
    private final DmaMemory memory;

    /** Takes the memory over. */
    public InLoop(Link link, @Moves DmaMemory memory) {
        this.link = link;
        this.memory = memory;
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator, int tries) throws DriverException {
        for (int i = 0; i < tries; i++) {
            link.reset();
        }
        allocator.free(memory); // expect VR405: 'memory' goes back while a device may still use it
    }
}
