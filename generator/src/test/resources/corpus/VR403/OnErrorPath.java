// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.U16;

/** Frees in the catch clause, and goes on to free. */
public final class OnErrorPath {
    private OnErrorPath() {}

    /** Ends the memory. */
    public static void end(DmaAllocator allocator, @Moves DmaMemory memory, @U16 int number) {
        try {
            Log.info("%u", Step.even(number));
        } catch (DriverException e) {
            Log.error("%s", e.errno());
            allocator.free(memory);
        }
        allocator.free(memory); // expect VR403: 'memory' is consumed here, and was consumed before
    }
}
