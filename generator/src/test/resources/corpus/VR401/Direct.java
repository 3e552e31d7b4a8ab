// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.U32;

/** Asks memory for its size after it was freed. */
public final class Direct {
    private Direct() {}

    /** Allocates, frees, asks. */
    public static @U32 long size(DmaAllocator allocator) throws DriverException {
        DmaMemory memory = allocator.allocate(64, 64);
        allocator.free(memory);
        return memory.size(); // expect VR401: 'memory' is used after it was moved away
    }
}
