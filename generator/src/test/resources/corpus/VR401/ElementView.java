// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;

/** A structure in an array in memory is a view of the memory. */
public final class ElementView {
    private ElementView() {}

    /** In a loop, and once more after it. */
    public static void last(DmaAllocator allocator) throws DriverException {
        DmaMemory memory = allocator.allocate(64, 64);
        Header header;
        try {
            DmaArray<Header> all = memory.array(Header.class, 0, 8);
            header = all.at(0);
            for (int i = 1; i < 8; i++) {
                header = all.at(i);
                header.kind().set(i);
            }
        } finally {
            allocator.free(memory);
        }
        header.kind().set(9); // expect VR401: 'header' is a view of memory that was given back
    }
}
