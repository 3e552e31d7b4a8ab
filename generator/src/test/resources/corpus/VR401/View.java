// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Moves;

/** Writes through a view whose memory is no longer there. */
public final class View {
    private View() {}

    /** Binds, frees, writes. */
    public static void first(DmaAllocator allocator, @Moves DmaMemory memory) throws DriverException {
        DmaBytes bytes = memory.bytes(0, 16);
        DmaBytes part = bytes.slice(4, 8);
        allocator.free(memory);
        part.set(0, 0); // expect VR401: 'part' is a view of memory that was given back
    }
}
