// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Log;
import vireo.dsl.Moves;

/** Freed in one turn, and looked at in the next. */
public final class InLoop {
    private InLoop() {}

    /** Never ends, but that is not the point. */
    public static void use(DmaAllocator allocator, @Moves DmaMemory memory) {
        allocator.free(memory);
        for (int i = 0; i < 8; i++) {
            Log.info("%u bytes", memory.size()); // expect VR401: 'memory' is used after it was moved away
        }
    }
}
