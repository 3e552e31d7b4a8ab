// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Moves;

/** Frees twice. */
public final class Direct {
    private Direct() {}

    /** Ends the memory. */
    public static void end(DmaAllocator allocator, @Moves DmaMemory memory) {
        allocator.free(memory);
        allocator.free(memory); // expect VR403: 'memory' is consumed here, and was consumed before
    }
}
