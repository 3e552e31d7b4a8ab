// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.U16;

/** The second step fails, and the memory of the first is lost. */
public final class OnErrorPath {
    private OnErrorPath() {}

    /** Allocates and looks at a number. */
    public static @U16 int run(DmaAllocator allocator, @U16 int number) throws DriverException {
        DmaMemory memory = allocator.allocate(64, 64); // expect VR402: 'memory' is owned here, and lost where a later step fails
        @U16 int even = Step.even(number);
        allocator.free(memory);
        return even;
    }
}
