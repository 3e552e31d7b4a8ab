// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.DeviceAddress;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.U32;
import vireo.dsl.U64;
import vireo.dsl.Uint64;

/**
 * How a legacy device learns where a queue lies: by the number of one page. The available and the used ring have fixed places
 * behind the descriptor table that starts there. VIRTIO 1.4, 2.7.2.
 */
public final class LegacyQueuePages {
    /** Bytes of a page, and the alignment of the used ring. */
    @SpecRow("virtio-1.4#legacy-pci/queue_page_bytes")
    public static final @Bytes long PAGE = 4096;

    private LegacyQueuePages() {}

    /**
     * The number of a queue's first page.
     *
     * @throws DriverException EINVAL where the queue does not start a page, or starts page 0, or its rings are elsewhere; ERANGE
     *     where the page has no number of 32 bits, because it lies at 2^44 or above
     */
    @Conforms("drv.split.legacy.2")
    @Conforms("drv.split.legacy.3")
    public static @Pages @U32 long numberOf(
            @Entry @Range(min = 1, max = 32768) int size,
            @DeviceAddress @U64 long descriptorArea,
            @DeviceAddress @U64 long driverArea,
            @DeviceAddress @U64 long deviceArea)
            throws DriverException {
        VirtQueueLayout layout = VirtQueueLayout.forSize(size, true);
        if (descriptorArea == 0
                || (descriptorArea & (PAGE - 1)) != 0
                || driverArea != Uint64.wrappingAdd(descriptorArea, layout.availableOffset())
                || deviceArea != Uint64.wrappingAdd(descriptorArea, layout.usedOffset())) {
            throw new DriverException(Errno.EINVAL);
        }
        @U64 long number = (@Pages long) Uint64.divide(descriptorArea, PAGE);
        if (Uint64.high32(number) != 0) {
            Log.error("a legacy device reaches queues below 2^44, not at 0x%x", descriptorArea);
            throw new DriverException(Errno.ERANGE);
        }
        return Uint64.low32(number);
    }
}
