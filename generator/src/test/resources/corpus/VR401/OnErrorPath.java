// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.U16;

/** Gives memory back where a step fails, and tells of it afterwards. */
public final class OnErrorPath {
    private OnErrorPath() {}

    /** Takes the memory over. */
    public static void use(DmaAllocator allocator, @Moves DmaMemory memory, @U16 int number) {
        try {
            Log.info("%u", Step.even(number));
        } catch (DriverException e) {
            allocator.free(memory);
            Log.error("lost %u bytes", memory.size()); // expect VR401: 'memory' is used after it was moved away
            return;
        }
        allocator.free(memory);
    }
}
