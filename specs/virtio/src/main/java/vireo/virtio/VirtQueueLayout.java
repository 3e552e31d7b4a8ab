// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.U32;

/**
 * Where the three areas of a split queue lie inside one region of memory: the descriptor table at its start, then the
 * available ring, then, on a cache line or a page of its own, the used ring. VIRTIO 1.4, 2.7.
 *
 * @param availableOffset bytes from the start of the region to the available ring
 * @param usedOffset bytes from the start of the region to the used ring
 * @param bytes the region's size
 */
public record VirtQueueLayout(
        @Bytes @U32 long availableOffset,
        @Bytes @U32 long usedOffset,
        @Bytes @Range(min = 1, max = 0x10_0000) long bytes) {
    @SpecRow("virtio-1.4#split-ring/descriptor_bytes")
    private static final @Bytes long DESCRIPTOR_SIZE = 16;
    @SpecRow("virtio-1.4#split-ring/available_entry_bytes")
    private static final @Bytes long AVAILABLE_ENTRY_SIZE = 2;
    @SpecRow("virtio-1.4#split-ring/used_entry_bytes")
    private static final @Bytes long USED_ENTRY_SIZE = 8;

    /** Bytes of a ring beside its entries: flags, idx, and the event index that closes it. */
    @SpecRow("virtio-1.4#split-ring/bytes_beside_entries")
    private static final @Bytes long RING_OVERHEAD = 6;

    /** The used ring of a legacy device starts on a page. VIRTIO 1.4, 2.7.2. */
    @SpecRow("virtio-1.4#split-ring/legacy_used_alignment")
    private static final @Bytes long LEGACY_USED_ALIGNMENT = 4096;

    /** More than the 4 bytes that a used ring needs: what the device writes shares no cache line with what the driver does. */
    private static final @Bytes long USED_ALIGNMENT = 64;

    /**
     * The layout of a queue.
     *
     * @param size descriptors
     * @param legacy whether the device is a legacy one
     */
    @Conforms("drv.split.align.1")
    public static VirtQueueLayout forSize(@Entry @Range(min = 1, max = 32768) int size, boolean legacy) {
        long available = DESCRIPTOR_SIZE * size;
        long availableEnd = available + RING_OVERHEAD + AVAILABLE_ENTRY_SIZE * size;
        long used = legacy
                ? (availableEnd + LEGACY_USED_ALIGNMENT - 1) / LEGACY_USED_ALIGNMENT * LEGACY_USED_ALIGNMENT
                : (availableEnd + USED_ALIGNMENT - 1) / USED_ALIGNMENT * USED_ALIGNMENT;
        return new VirtQueueLayout(available, used, used + RING_OVERHEAD + USED_ENTRY_SIZE * size);
    }
}
