// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.Bytes;
import vireo.dsl.RegisterBlock;
import vireo.dsl.RequiresFeature;
import vireo.dsl.Ro16;
import vireo.dsl.Ro32;
import vireo.dsl.Ro8;
import vireo.dsl.RoSplit64;
import vireo.dsl.Snapshot;
import vireo.dsl.SpecTable;

/**
 * The device configuration of a block device, as far as this driver uses it. VIRTIO 1.4, 5.2.4.
 *
 * @param capacity sectors of 512 bytes
 * @param sizeMax bytes of a segment, with VIRTIO_BLK_F_SIZE_MAX
 * @param segMax segments of a request, with VIRTIO_BLK_F_SEG_MAX
 * @param cylinders with VIRTIO_BLK_F_GEOMETRY
 * @param heads with VIRTIO_BLK_F_GEOMETRY
 * @param sectors with VIRTIO_BLK_F_GEOMETRY
 * @param blkSize bytes of a block, with VIRTIO_BLK_F_BLK_SIZE
 */
@Snapshot
@RegisterBlock(size = 0x18)
@SpecTable("virtio-1.4#blk-config")
public record BlkConfig(
        @At(0x00) @Sectors RoSplit64 capacity,
        @At(0x08) @RequiresFeature(BlkFeature.SIZE_MAX) @Bytes Ro32 sizeMax,
        @At(0x0C) @RequiresFeature(BlkFeature.SEG_MAX) Ro32 segMax,
        @At(0x10) @RequiresFeature(BlkFeature.GEOMETRY) Ro16 cylinders,
        @At(0x12) @RequiresFeature(BlkFeature.GEOMETRY) Ro8 heads,
        @At(0x13) @RequiresFeature(BlkFeature.GEOMETRY) Ro8 sectors,
        @At(0x14) @RequiresFeature(BlkFeature.BLK_SIZE) @Bytes Ro32 blkSize) {
    /** Bytes of the block. */
    public static final @Bytes int SIZE = 0x18;
}
