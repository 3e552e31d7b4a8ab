// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Range;
import vireo.dsl.U16;

/** Everything lies where it wants to. */
public final class Aligned {
    private static final int ALIGN = 64;

    private Aligned() {}

    /** A slot. */
    public static void clear(DmaMemory memory, @U16 int offset) throws DriverException {
        memory.struct(Slot.class, 8).id().set(0);
        memory.struct(Slot.class, offset).id().set(0);
        memory.ring(Offers.class, 6, 16).flags().set(1);
    }

    /** Tries whether there is memory. */
    public static void probe(DmaAllocator allocator) throws DriverException {
        allocator.free(allocator.allocate(64, ALIGN));
        take(allocator, 16);
    }

    private static void take(DmaAllocator allocator, @Range(min = 1, max = 65536) int align) throws DriverException {
        allocator.free(allocator.allocate(64, align));
    }

    /** Tries whether there is memory. */
    public static void probeAligned(DmaAllocator allocator, @Range(min = 1, max = 65536) int align) throws DriverException {
        if ((align & (align - 1)) != 0) {
            throw new DriverException(Errno.EINVAL);
        }
        take(allocator, align);
    }
}
