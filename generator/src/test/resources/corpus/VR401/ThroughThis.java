// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;

/** One of its own methods reads what was freed. */
@Linear
public final class ThroughThis {
    private final DmaMemory memory;
    private final DmaMemory other;

    /** Takes both over. */
    public ThroughThis(@Moves DmaMemory memory, @Moves DmaMemory other) {
        this.memory = memory;
        this.other = other;
    }

    private void tell() {
        Log.info("%u bytes", memory.size());
    }

    private void tellOther() {
        Log.info("%u bytes", other.size());
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        allocator.free(memory);
        tellOther();
        tell(); // expect VR401: 'memory' is used after it was moved away
        allocator.free(other);
    }
}
