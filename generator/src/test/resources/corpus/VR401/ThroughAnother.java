// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** An object whose memory is gone is looked at by others, and by way of a field that may change. */
@Linear
public final class ThroughAnother {
    private final DmaMemory memory;
    private @Length("16") DmaBytes bytes;

    /** Takes memory over. */
    public ThroughAnother(@Moves DmaMemory memory) throws DriverException {
        this.memory = memory;
        this.bytes = memory.bytes(0, 16);
    }

    /** Another part of the memory. */
    public void move() throws DriverException {
        bytes = memory.bytes(16, 16);
    }

    private static void clear(ThroughAnother other) {
        other.bytes.set(0, 0);
    }

    /** Looks at the field. */
    @Moves
    public void release(DmaAllocator allocator) {
        allocator.free(memory);
        bytes.set(0, 0); // expect VR401: 'bytes' is a view of memory that was given back
    }

    /** Has another look at the field. */
    @Moves
    public void end(DmaAllocator allocator) {
        allocator.free(memory);
        clear(this); // expect VR401: 'memory' is used after it was moved away
    }
}
