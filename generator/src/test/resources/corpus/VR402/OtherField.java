// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Stores over what another object owns. */
@Linear
public final class OtherField {
    private DmaMemory memory;

    /** Takes memory over. */
    public OtherField(@Moves DmaMemory memory) {
        this.memory = memory;
    }

    /** Gives the memory to somebody who has some already. */
    public static void give(OtherField other, @Moves DmaMemory more) {
        other.memory = more; // expect VR402: 'other.memory' still owns a value
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        allocator.free(memory);
    }
}
