// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Moves;

/** Gives callers a view of what does not outlive the call. */
public final class Returned {
    private Returned() {}

    /** Of memory that is freed on the way out. */
    public static Header variable(DmaAllocator allocator) throws DriverException {
        DmaMemory memory = allocator.allocate(64, 64);
        try {
            return memory.struct(Header.class, 0); // expect VR404: depends on 'memory', which ends with this method
        } finally {
            allocator.free(memory);
        }
    }

    /** Of what was taken over. */
    public static @Length("16") DmaBytes parameter(DmaAllocator allocator, @Moves Plot plot) {
        try {
            return plot.bytes(); // expect VR404: depends on 'plot', which ends with this method
        } finally {
            plot.release(allocator);
        }
    }
}
