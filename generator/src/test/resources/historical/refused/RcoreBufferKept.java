// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;

/**
 * rcore-os/virtio-drivers, pull request 31: adding buffers to a queue was declared safe, although nobody kept the
 * caller from using a buffer while the device had it. What was written then was what the device read, or not, or half of
 * it.
 */
public final class RcoreBufferKept {
    private static final int LENGTH = 512;

    private RcoreBufferKept() {}

    /** Sends a block, and clears its first byte for the next one. */
    public static void send(Requests queue, DmaAllocator allocator) throws DriverException {
        DmaMemory memory = allocator.allocate(LENGTH, LENGTH);
        DmaBytes bytes;
        try {
            bytes = memory.bytes(0, LENGTH);
        } catch (DriverException e) {
            allocator.free(memory);
            throw e;
        }
        queue.submit(memory);
        bytes.set(0, 0); // expect VR401: 'bytes' is a view of memory that was given back
    }
}
