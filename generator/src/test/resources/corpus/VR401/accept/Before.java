// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.U32;
import vireo.dsl.U64;

/** Everything that is of interest is read while the memory is there. */
public final class Before {
    private Before() {}

    private static void giveBack(DmaAllocator allocator, DmaMemory memory) {
        Log.info("%u bytes go", memory.size());
        allocator.free(memory);
    }

    /** How large it was. */
    public static @U32 long size(DmaAllocator allocator, @Moves DmaMemory memory) {
        @U32 long size = memory.size();
        giveBack(allocator, memory);
        return size;
    }

    /** Clears the first byte, and the memory goes on every path. */
    public static void clear(DmaAllocator allocator) throws DriverException {
        DmaMemory memory = allocator.allocate(64, 64);
        try {
            DmaBytes bytes = memory.bytes(0, 16);
            bytes.set(0, 0);
        } finally {
            allocator.free(memory);
        }
    }

    /** Another memory by the same name in every turn. */
    public static @U64 long last(DmaAllocator allocator) throws DriverException {
        @U64 long last = 0;
        for (int i = 0; i < 4; i++) {
            DmaMemory memory = allocator.allocate(64, 64);
            last = memory.physical();
            allocator.free(memory);
        }
        return last;
    }
}
