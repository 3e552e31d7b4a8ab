// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.U64;

/**
 * rcore-os/virtio-drivers, issue 7: the methods that do not wait kept a request's header in their own stack frame.
 * They returned, the frame had its next user, and the device read whatever stood there by then: a wrong sector, or a
 * read that had become a write.
 */
public final class RcoreRequestReused {
    private RcoreRequestReused() {}

    /** Starts two requests, one after the other, from the same place in memory. */
    public static void readTwo(Requests disk, DmaAllocator allocator, @U64 long first, @U64 long second) throws DriverException {
        DmaMemory frame = allocator.allocate(16, 16);
        BlkRequest request;
        try {
            request = frame.struct(BlkRequest.class, 0);
        } catch (DriverException e) {
            allocator.free(frame);
            throw e;
        }
        request.sector().set(first);
        disk.submit(frame);
        request.sector().set(second); // expect VR401: 'request' is a view of memory that was given back
    }
}
