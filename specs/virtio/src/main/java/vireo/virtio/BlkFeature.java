// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitNumber;
import vireo.dsl.SpecTable;

/** Numbers of the block device's feature bits that this driver implements, or whose fields it knows. VIRTIO 1.4, 5.2.3. */
@SpecTable("virtio-1.4#blk-feature")
public final class BlkFeature {
    /** The configuration holds the largest size of a segment. */
    public static final @BitNumber int SIZE_MAX = 1;

    /** The configuration holds the largest number of segments. */
    public static final @BitNumber int SEG_MAX = 2;

    /** The configuration holds cylinders, heads and sectors. */
    public static final @BitNumber int GEOMETRY = 4;

    /** The disk is read-only. */
    public static final @BitNumber int RO = 5;

    /** The configuration holds a block size. */
    public static final @BitNumber int BLK_SIZE = 6;

    /** The device understands flush requests. */
    public static final @BitNumber int FLUSH = 9;

    private BlkFeature() {}
}
