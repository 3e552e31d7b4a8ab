// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;

/** Frees although the reset has failed. */
@Linear
public final class OnErrorPath {
    private final Link link;
    private final DmaMemory memory;

    /** Takes the memory over. */
    public OnErrorPath(Link link, @Moves DmaMemory memory) {
        this.link = link;
        this.memory = memory;
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        try {
            link.reset();
        } catch (DriverException e) {
            Log.error("not stopped: %s", e.errno());
        }
        allocator.free(memory); // expect VR405: 'memory' goes back while a device may still use it
    }
}
