// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Memory and a view of it: both end together. */
@Linear
public final class Plot {
    private final DmaMemory memory;
    private final @Length("16") DmaBytes bytes;

    /** Gets memory. */
    public Plot(DmaAllocator allocator) throws DriverException {
        this.memory = allocator.allocate(64, 64);
        try {
            this.bytes = memory.bytes(0, 16);
        } catch (DriverException e) {
            allocator.free(memory);
            throw e;
        }
    }

    /** The view, for as long as this object is there. */
    public @Length("16") DmaBytes bytes() {
        return bytes;
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        allocator.free(memory);
    }
}
