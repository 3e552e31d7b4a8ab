// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Moves;
import vireo.dsl.U64;

/** A private method frees what it is given, and nobody has to say so. */
public final class AcrossCall {
    private AcrossCall() {}

    private static void giveBack(DmaAllocator allocator, DmaMemory memory) {
        allocator.free(memory);
    }

    /** Where it was. */
    public static @U64 long end(@Moves DmaMemory memory, DmaAllocator allocator) {
        giveBack(allocator, memory);
        return memory.physical(); // expect VR401: 'memory' is used after it was moved away
    }
}
