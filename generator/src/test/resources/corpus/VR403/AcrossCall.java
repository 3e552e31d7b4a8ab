// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** A private method has freed the field already. */
@Linear
public final class AcrossCall {
    private final DmaAllocator allocator;
    private final DmaMemory memory;

    /** Takes the memory over. */
    public AcrossCall(DmaAllocator allocator, @Moves DmaMemory memory) {
        this.allocator = allocator;
        this.memory = memory;
    }

    private void giveBack() {
        allocator.free(memory);
    }

    /** Ends it. */
    @Moves
    public void release() {
        giveBack();
        allocator.free(memory); // expect VR403: 'memory' is consumed here, and was consumed before
    }
}
