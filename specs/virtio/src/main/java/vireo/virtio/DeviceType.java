// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.SpecTable;

/** Types of virtio device that there are drivers for. VIRTIO 1.4, 5. */
@SpecTable("virtio-1.4#device-type")
public final class DeviceType {
    /** Network card. VIRTIO 1.4, 5.1. */
    public static final @TypeNumber int NETWORK = 1;

    /** Disk. VIRTIO 1.4, 5.2. */
    public static final @TypeNumber int BLOCK = 2;

    /** Console. VIRTIO 1.4, 5.3. */
    public static final @TypeNumber int CONSOLE = 3;

    /** Source of entropy. VIRTIO 1.4, 5.4. */
    public static final @TypeNumber int ENTROPY = 4;

    private DeviceType() {}
}
