// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/**
 * Linux, CVE-2025-38064: on shutdown virtio devices were left running. The memory that they knew went to the next
 * kernel, or the IOMMU in front of them was switched off: what they still wrote destroyed data, or hung the machine
 * on its way down.
 */
@Linear
public final class LinuxShutdown {
    private final DeviceLink link;
    private final DmaMemory queue;

    /** For a device. */
    public LinuxShutdown(DeviceLink link, @Moves DmaMemory queue) {
        this.link = link;
        this.queue = queue;
    }

    /** Ends it: in haste where the whole machine does. */
    @Moves
    public void shutDown(DmaAllocator allocator, boolean poweringOff) throws DriverException {
        if (!poweringOff) {
            link.reset();
        }
        allocator.free(queue); // expect VR405: 'queue' goes back while a device may still use it
    }
}
