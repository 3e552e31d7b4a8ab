// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Moves;

/** A private method that frees what it is given, sometimes. */
public final class Divided {
    private Divided() {}

    private static void giveBack(DmaAllocator allocator, DmaMemory memory, boolean really) {
        if (really) {
            allocator.free(memory); // expect VR402: 'memory' is consumed on some paths through this method
        }
    }

    /** Ends the memory, perhaps. */
    public static void end(DmaAllocator allocator, @Moves DmaMemory memory, boolean really) {
        giveBack(allocator, memory, really);
    }
}
