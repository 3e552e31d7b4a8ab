// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Mended: it is reset in either case. */
@Linear
public final class LinuxShutdown {
    private final DeviceLink link;
    private final DmaMemory queue;

    /** For a device. */
    public LinuxShutdown(DeviceLink link, @Moves DmaMemory queue) {
        this.link = link;
        this.queue = queue;
    }

    /** Ends it. */
    @Moves
    public void shutDown(DmaAllocator allocator) throws DriverException {
        link.reset();
        allocator.free(queue);
    }
}
