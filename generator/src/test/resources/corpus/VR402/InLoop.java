// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;

/** Each turn forgets what the turn before allocated, and the last one is freed. */
public final class InLoop {
    private InLoop() {}

    /** Frees one of four. */
    public static void run(DmaAllocator allocator) throws DriverException {
        DmaMemory memory = allocator.allocate(64, 64); // expect VR402: 'memory' is owned here, and lost where a later step fails
        for (int i = 0; i < 3; i++) {
            memory = allocator.allocate(64, 64); // expect VR402: 'memory' still owns a value
        }
        allocator.free(memory);
    }
}
