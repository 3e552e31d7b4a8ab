// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.DmaAllocator;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Leak;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/** One device's regions, cut from the kernel's DMA memory and counted. */
public final class KernelDma implements DmaRegionProvider {
    /** Alignment of every region in bytes: a cache line, so that no other data shares one with the device. */
    public static final @Bytes int ALIGNMENT = 64;

    private static final @Bytes int PAGE = 4096;

    private final DmaAllocator allocator;
    private @U32 long held;
    private boolean quarantined;

    /** No regions yet. */
    public KernelDma(DmaAllocator allocator) {
        this.allocator = allocator;
        this.held = 0;
        this.quarantined = false;
    }

    @Override
    public DmaRegion allocate(@Bytes @Range(min = 1, max = MAX_REGION_SIZE) long size) throws DriverException {
        return allocateAligned(size, ALIGNMENT);
    }

    @Override
    public DmaRegion allocatePages(@Bytes @Range(min = 1, max = MAX_REGION_SIZE) long size) throws DriverException {
        return allocateAligned(size, PAGE);
    }

    @Override
    public void release(@Moves DmaRegion region) {
        if (quarantined) {
            // Lost on purpose: a lost region does no harm, one that a device overwrites later does.
            Log.warn("keeping %u bytes of DMA memory at 0x%x from further use: their device was not stopped",
                    region.memory().size(), region.memory().physical());
            Leak.forGood(region);
            return;
        }
        allocator.free(region.memory());
        held = Uint32.wrappingSub(held, 1);
    }

    @Override
    public void quarantine() {
        quarantined = true;
    }

    private DmaRegion allocateAligned(
            @Bytes @Range(min = 1, max = MAX_REGION_SIZE) long size,
            @Bytes @Range(min = ALIGNMENT, max = PAGE) int align)
            throws DriverException {
        if (quarantined) {
            throw new DriverException(Errno.ESHUTDOWN);
        }
        DmaRegion region = new DmaRegion(allocator.allocate(size, align));
        held = Uint32.wrappingAdd(held, 1);
        return region;
    }

    /** Regions that were allocated and are not free again, those kept in quarantine included. */
    public @U32 long held() {
        return held;
    }
}
