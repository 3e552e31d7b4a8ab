// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Moves;
import vireo.dsl.U16;

/** Frees, and then fails: the caller believes that nothing was moved. */
public final class ThenFailed {
    private ThenFailed() {}

    /** Ends the memory. */
    public static @U16 int end(DmaAllocator allocator, @Moves DmaMemory memory, @U16 int number) throws DriverException {
        allocator.free(memory); // expect VR403: the method may fail afterwards
        return Step.even(number);
    }
}
