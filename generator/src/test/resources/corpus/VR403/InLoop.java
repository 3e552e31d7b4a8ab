// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Moves;

/** Frees once a turn. */
public final class InLoop {
    private InLoop() {}

    /** Ends the memory. */
    public static void end(DmaAllocator allocator, @Moves DmaMemory memory) { // expect VR402: 'memory' is owned here
        for (int i = 0; i < 2; i++) {
            allocator.free(memory); // expect VR403: 'memory' is consumed here, and was consumed before
        }
    }
}
