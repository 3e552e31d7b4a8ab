// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.DmaAllocator;

/** Keeps memory that it was lent. */
@Linear
public final class Direct {
    private final DmaMemory memory;

    /** Looks at memory. */
    public Direct(DmaMemory memory) {
        this.memory = memory; // expect VR404: 'memory' is borrowed, and kept beyond the call
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        allocator.free(memory);
    }
}
