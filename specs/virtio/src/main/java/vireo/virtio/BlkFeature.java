// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitNumber;

/** Numbers of the block device's feature bits that this driver implements. VIRTIO 1.4, 5.2.3. */
public final class BlkFeature {
    /** The disk is read-only. */
    public static final @BitNumber int RO = 5;

    /** The configuration holds a block size. */
    public static final @BitNumber int BLK_SIZE = 6;

    /** The device understands flush requests. */
    public static final @BitNumber int FLUSH = 9;

    private BlkFeature() {}
}
