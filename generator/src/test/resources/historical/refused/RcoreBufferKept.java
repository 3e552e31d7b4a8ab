// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.U8;

/**
 * rcore-os/virtio-drivers, pull request 31: adding buffers to a queue was declared safe, although nobody kept the
 * caller from using a buffer while the device had it. What was read then was the data of before, of now, or half of
 * each.
 */
public final class RcoreBufferKept {
    private static final int LENGTH = 512;

    private RcoreBufferKept() {}

    /** Receives the first byte of a block. */
    public static @U8 int first(Requests queue, DmaAllocator allocator) throws DriverException {
        DmaMemory memory = allocator.allocate(LENGTH, LENGTH);
        DmaBytes bytes;
        try {
            bytes = memory.bytes(0, LENGTH);
        } catch (DriverException e) {
            allocator.free(memory);
            throw e;
        }
        queue.submit(memory);
        return bytes.get(0); // expect VR401: 'bytes' is a view of memory that was given back
    }
}
