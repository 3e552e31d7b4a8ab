// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.DriverException;
import vireo.dsl.Moves;
import vireo.dsl.Quiesces;
import vireo.dsl.Range;

/** Where one device's DMA memory comes from and goes back to. */
public interface DmaRegionProvider {
    /** Bytes that one region can have at most. */
    @Bytes long MAX_REGION_SIZE = 0x4000_0000;

    /**
     * Allocates a region of zeroed memory.
     *
     * @param size bytes
     * @throws DriverException ENOMEM; ESHUTDOWN after {@link #quarantine}
     */
    DmaRegion allocate(@Bytes @Range(min = 1, max = MAX_REGION_SIZE) long size) throws DriverException;

    /**
     * Allocates a region of zeroed memory that starts on a page of 4096 bytes, as legacy devices want their queues.
     *
     * @param size bytes
     * @throws DriverException ENOMEM; ESHUTDOWN after {@link #quarantine}
     */
    DmaRegion allocatePages(@Bytes @Range(min = 1, max = MAX_REGION_SIZE) long size) throws DriverException;

    /** Takes a region back. The device does not use it any more, or has been quarantined. */
    void release(@Moves DmaRegion region);

    /**
     * Says that the device could not be stopped and may write to any region that it was ever given. From now on what is released
     * is kept for good instead of being used again.
     */
    @Quiesces(keepsMemory = true)
    void quarantine();
}
