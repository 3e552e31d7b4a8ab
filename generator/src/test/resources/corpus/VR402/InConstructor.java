// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** The second allocation fails: there is no object that could give the first back. */
@Linear
public final class InConstructor {
    private final DmaMemory first;
    private final DmaMemory second;

    /** Two of them. */
    public InConstructor(DmaAllocator allocator) throws DriverException {
        this.first = allocator.allocate(64, 64); // expect VR402: 'first' is owned here, and lost where a later step fails
        this.second = allocator.allocate(64, 64);
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        allocator.free(first);
        allocator.free(second);
    }
}
