// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DriverException;
import vireo.dsl.InterruptHandler;
import vireo.dsl.U32;

/** What waits is called elsewhere. */
public final class Releasing implements InterruptHandler {
    private final DmaAllocator allocator;

    /** Uses an allocator. */
    public Releasing(DmaAllocator allocator) {
        this.allocator = allocator;
    }

    /** Nothing to do. */
    @Override
    public boolean interrupt(@U32 long source) {
        return source == 0;
    }

    /** Tries whether there is memory. */
    public void refill() throws DriverException {
        allocator.free(allocator.allocate(64, 64));
    }
}
