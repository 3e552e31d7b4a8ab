// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.U64;

/** Mended: each request has memory of its own, which the queue owns until the device has finished with it. */
public final class RcoreRequestReused {
    private RcoreRequestReused() {}

    private static void read(Requests disk, DmaAllocator allocator, @U64 long sector) throws DriverException {
        DmaMemory memory = allocator.allocate(16, 16);
        BlkRequest request;
        try {
            request = memory.struct(BlkRequest.class, 0);
        } catch (DriverException e) {
            allocator.free(memory);
            throw e;
        }
        request.sector().set(sector);
        disk.submit(memory);
    }

    /** Starts two requests, one after the other. */
    public static void readTwo(Requests disk, DmaAllocator allocator, @U64 long first, @U64 long second) throws DriverException {
        read(disk, allocator, first);
        read(disk, allocator, second);
    }
}
