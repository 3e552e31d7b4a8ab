// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/**
 * rcore-os/virtio-drivers, pull request 30: when a driver ended, its queues' memory went back, and the device still
 * knew the queues. Whatever it completed afterwards it wrote into memory that somebody else had by then.
 */
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

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        allocator.free(queue); // expect VR405: 'queue' goes back while a device may still use it
    }
}
