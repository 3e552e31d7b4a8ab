// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.Bytes;
import vireo.dsl.RegisterBlock;
import vireo.dsl.RequiresFeature;
import vireo.dsl.Ro16;
import vireo.dsl.Snapshot;
import vireo.dsl.SpecTable;

/**
 * The device configuration of a console, as far as this driver uses it. VIRTIO 1.4, 5.3.4.
 *
 * @param cols characters of a line, with VIRTIO_CONSOLE_F_SIZE
 * @param rows lines, with VIRTIO_CONSOLE_F_SIZE
 */
@Snapshot
@RegisterBlock(size = 4)
@SpecTable("virtio-1.4#console-config")
public record ConsoleConfig(
        @At(0) @RequiresFeature(ConsoleFeature.SIZE) Ro16 cols,
        @At(2) @RequiresFeature(ConsoleFeature.SIZE) Ro16 rows) {
    /** Bytes of the block. */
    public static final @Bytes int SIZE = 4;
}
