// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.RequiresFeature;
import vireo.dsl.Ro16;
import vireo.dsl.Snapshot;

/**
 * The device configuration of a console, as far as this driver uses it. VIRTIO 1.4, 5.3.4.
 *
 * @param cols characters of a line, with VIRTIO_CONSOLE_F_SIZE
 * @param rows lines, with VIRTIO_CONSOLE_F_SIZE
 */
@Snapshot
@RegisterBlock(size = 4)
public record ConsoleConfig(
        @At(0) @RequiresFeature(ConsoleFeature.SIZE) Ro16 cols,
        @At(2) @RequiresFeature(ConsoleFeature.SIZE) Ro16 rows) {
    /** Bytes of the block. */
    public static final int SIZE = 4;
}
