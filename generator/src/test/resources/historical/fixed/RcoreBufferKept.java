// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.U8;

/** Mended: the buffer is looked at when the queue has given it back. */
public final class RcoreBufferKept {
    private static final int LENGTH = 512;

    private RcoreBufferKept() {}

    /** Receives the first byte of a block. */
    public static @U8 int first(Requests queue, DmaAllocator allocator) throws DriverException {
        queue.submit(allocator.allocate(LENGTH, LENGTH));
        DmaMemory back = queue.complete();
        try {
            return back.bytes(0, LENGTH).get(0);
        } finally {
            allocator.free(back);
        }
    }
}
