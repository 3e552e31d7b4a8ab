// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;

/** Mended: the buffer is used again when the queue has given it back. */
public final class RcoreBufferKept {
    private static final int LENGTH = 512;

    private RcoreBufferKept() {}

    /** Sends a block, and clears its first byte for the next one. */
    public static void send(Requests queue, DmaAllocator allocator) throws DriverException {
        queue.submit(allocator.allocate(LENGTH, LENGTH));
        DmaMemory back = queue.complete();
        try {
            back.bytes(0, LENGTH).set(0, 0);
        } finally {
            allocator.free(back);
        }
    }
}
