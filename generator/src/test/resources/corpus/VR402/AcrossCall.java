// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.U32;

/** What a private method allocates is its caller's. */
public final class AcrossCall {
    private AcrossCall() {}

    private static DmaMemory page(DmaAllocator allocator) throws DriverException {
        return allocator.allocate(4096, 4096);
    }

    /** How large a page is. */
    public static @U32 long size(DmaAllocator allocator) throws DriverException {
        DmaMemory memory = page(allocator); // expect VR402: 'memory' is owned here, and not consumed on every path
        return memory.size();
    }
}
