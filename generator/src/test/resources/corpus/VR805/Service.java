// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Probe;

/** What the kernel's services fail with, in a loop and before a clean-up. */
public final class Service {
    private Service() {}

    /**
     * The size of what is allocated.
     *
     * @throws DriverException EIO where it is short
     */
    @Probe // expect VR805: Service.size() may fail with ENOMEM, which its documentation does not name.
    public static long size(DmaAllocator allocator) throws DriverException {
        long sum = 0;
        for (int i = 0; i < 4; i++) {
            DmaMemory memory = allocator.allocate(4096, 4096);
            try {
                if (memory.size() < 4096) {
                    throw new DriverException(Errno.EIO);
                }
                sum = i;
            } finally {
                allocator.free(memory);
            }
        }
        return sum;
    }
}
