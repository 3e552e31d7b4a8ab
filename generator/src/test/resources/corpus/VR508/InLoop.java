// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DriverException;

/** Alignments that grow by steps. */
public final class InLoop {
    private InLoop() {}

    /** Tries whether there is memory. */
    public static void probe(DmaAllocator allocator) throws DriverException {
        for (int align = 16; align <= 64; align += 16) {
            allocator.free(allocator.allocate(64, align)); // expect VR508: is not known to be a power of two
        }
    }
}
