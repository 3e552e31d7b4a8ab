// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitMask;
import vireo.dsl.SpecTable;
import vireo.dsl.U8;

/** Bits of the device status field. VIRTIO 1.4, 2.1. */
@SpecTable("virtio-1.4#device-status")
public final class DeviceStatus {
    /** The driver has found the device. */
    public static final @BitMask @U8 int ACKNOWLEDGE = 0x01;

    /** The driver knows how to drive the device. */
    public static final @BitMask @U8 int DRIVER = 0x02;

    /** The driver is ready; the device may use its queues. */
    public static final @BitMask @U8 int DRIVER_OK = 0x04;

    /** The driver has written its features; the device leaves the bit clear if it refuses them. */
    public static final @BitMask @U8 int FEATURES_OK = 0x08;

    /** The driver has given up on the device. */
    public static final @BitMask @U8 int FAILED = 0x80;

    private DeviceStatus() {}
}
