// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DriverException;
import vireo.dsl.Range;

/** Another method allocates with whatever alignment it is told. */
public final class AcrossCall {
    private AcrossCall() {}

    /** Tries whether there is memory. */
    public static void probe(DmaAllocator allocator) throws DriverException {
        take(allocator, 48);
    }

    private static void take(DmaAllocator allocator, @Range(min = 1, max = 65536) int align) throws DriverException {
        allocator.free(allocator.allocate(64, align)); // expect VR508: is not known to be a power of two
    }
}
