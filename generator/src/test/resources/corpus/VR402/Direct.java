// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.U64;

/** Allocates, and forgets. */
public final class Direct {
    private Direct() {}

    /** Where memory is. */
    public static @U64 long place(DmaAllocator allocator) throws DriverException {
        DmaMemory memory = allocator.allocate(64, 64); // expect VR402: 'memory' is owned here, and not consumed on every path
        return memory.physical();
    }
}
