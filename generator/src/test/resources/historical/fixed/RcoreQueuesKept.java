// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Leak;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;

/** Mended: the device is stopped first. */
@Linear
public final class RcoreQueuesKept {
    private final DeviceLink link;
    private final DmaMemory queue;

    /** For a device. */
    public RcoreQueuesKept(DeviceLink link, @Moves DmaMemory queue) {
        this.link = link;
        this.queue = queue;
    }

    /** Whether the device works. */
    public boolean isLive() {
        return (link.status() & DeviceLink.DRIVER_OK) != 0;
    }

    /** Ends it; where the device does not stop, its memory stays with it. */
    @Moves
    public void release(DmaAllocator allocator) {
        try {
            link.reset();
        } catch (DriverException e) {
            Log.error("device does not stop: %s", e.errno());
            Leak.forGood(queue);
            return;
        }
        allocator.free(queue);
    }
}
