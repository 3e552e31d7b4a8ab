// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.DeviceAddress;
import vireo.dsl.DmaArray;
import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.Side;
import vireo.dsl.U64;
import vireo.dsl.Uint64;
import vireo.dsl.WrittenBy;

/** The block driver's own memory: a buffer for copying transfers, then the requests' headers and status bytes. */
@Linear
public final class BlkMemory {
    /** Bytes of the buffer for copying transfers. */
    public static final @Bytes int COPY_SIZE = 65536;

    /** Requests that there is room for. */
    public static final @Slot int MAX_REQUESTS = 64;

    private static final @Bytes int AREAS_OFFSET = COPY_SIZE;
    private static final @Bytes int SIZE = COPY_SIZE + MAX_REQUESTS * BlkRequestArea.SIZE;

    private final DmaRegion region;
    private final @Length("COPY_SIZE") DmaBytes copyBuffer;
    private final @Length("MAX_REQUESTS") @Slot DmaArray<BlkRequestArea> areas;

    /**
     * Zeroed memory.
     *
     * @throws DriverException as {@link DmaRegionProvider#allocate}
     */
    public BlkMemory(DmaRegionProvider dma) throws DriverException {
        this.region = dma.allocate(SIZE);
        try {
            this.copyBuffer = region.memory().bytes(0, COPY_SIZE);
            this.areas = region.memory().array(BlkRequestArea.class, AREAS_OFFSET, MAX_REQUESTS);
        } catch (DriverException e) {
            dma.release(region);
            throw e;
        }
    }

    /** Gives the memory back. The device has been reset, or never knew of it. */
    @Moves
    public void release(DmaRegionProvider dma) {
        dma.release(region);
    }

    /** The buffer for copying transfers. */
    public @Length("COPY_SIZE") DmaBytes copyBuffer() {
        return copyBuffer;
    }

    /** The physical address of the buffer for copying transfers. */
    public @DeviceAddress @U64 long copyPhysical() {
        return region.memory().physical();
    }

    /** What stands before and after a request's data. */
    public BlkRequestArea area(@Slot @Range(max = MAX_REQUESTS - 1) int request) {
        return areas.at(request);
    }

    /** The physical address of {@link #area}. */
    public @DeviceAddress @WrittenBy(Side.DRIVER) @U64 long areaPhysical(
            @Slot @Range(max = MAX_REQUESTS - 1) int request) {
        return Uint64.wrappingAdd(region.memory().physical(), AREAS_OFFSET + request * BlkRequestArea.SIZE);
    }

    /** The physical address of a request's status. */
    public @DeviceAddress @WrittenBy(Side.DEVICE) @U64 long statusPhysical(
            @Slot @Range(max = MAX_REQUESTS - 1) int request) {
        return Uint64.wrappingAdd(
                region.memory().physical(), AREAS_OFFSET + request * BlkRequestArea.SIZE + BlkRequestArea.STATUS_OFFSET);
    }
}
