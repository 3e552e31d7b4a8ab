// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.DeviceAddress;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro16;
import vireo.dsl.Ro32;
import vireo.dsl.Ro8;
import vireo.dsl.Rw16;
import vireo.dsl.Rw32;
import vireo.dsl.Rw8;
import vireo.dsl.RwSplit64;
import vireo.dsl.SelectedBy;
import vireo.dsl.SpecTable;
import vireo.dsl.U16;
import vireo.dsl.Vector;

/**
 * The common configuration of a virtio PCI device, as far as this driver uses it. VIRTIO 1.4, 4.1.4.3.
 *
 * @param deviceFeatureSelect which 32 bits {@code deviceFeature} shows: 0 for bits 0 to 31, 1 for bits 32 to 63
 * @param deviceFeature features that the device offers
 * @param driverFeatureSelect which 32 bits {@code driverFeature} shows
 * @param driverFeature features that the driver accepts
 * @param configMsixVector the MSI-X vector for configuration changes, or {@link #NO_VECTOR}
 * @param numQueues how many queues the device has at most
 * @param deviceStatus bits of {@link DeviceStatus}; writing 0 resets the device, and it reads 0 when that is done
 * @param configGeneration changes whenever the device configuration does
 * @param queueSelect which queue the registers below belong to
 * @param queueSize the largest size on reset, 0 where the queue does not exist; the driver may write a smaller one
 * @param queueMsixVector the queue's MSI-X vector
 * @param queueEnable 1 where the device uses the queue; never written 0
 * @param queueNotifyOff where the queue's doorbell is, in units of the notify capability's multiplier
 * @param queueDesc physical address of the descriptor table
 * @param queueDriver physical address of the available ring
 * @param queueDevice physical address of the used ring
 */
@RegisterBlock(size = 0x38)
@Conforms("drv.pci.layout.1")
@Conforms("drv.pci.layout.2")
@Conforms("drv.pci.layout.3")
@Conforms("drv.pci.common.1")
@SpecTable("virtio-1.4#common-cfg")
public record CommonCfg(
        @At(0x00) Rw32 deviceFeatureSelect,
        @At(0x04) @SelectedBy("deviceFeatureSelect") @BitMask Ro32 deviceFeature,
        @At(0x08) Rw32 driverFeatureSelect,
        @At(0x0C) @SelectedBy("driverFeatureSelect") @BitMask Rw32 driverFeature,
        @At(0x10) @Vector Rw16 configMsixVector,
        @At(0x12) @Queue Ro16 numQueues,
        @At(0x14) @BitMask Rw8 deviceStatus,
        @At(0x15) @Generation Ro8 configGeneration,
        @At(0x16) @Queue Rw16 queueSelect,
        @At(0x18) @SelectedBy("queueSelect") @Entry Rw16 queueSize,
        @At(0x1A) @SelectedBy("queueSelect") @Vector Rw16 queueMsixVector,
        @At(0x1C) @SelectedBy("queueSelect") Rw16 queueEnable,
        @At(0x1E) @SelectedBy("queueSelect") Ro16 queueNotifyOff,
        @At(0x20) @SelectedBy("queueSelect") @DeviceAddress RwSplit64 queueDesc,
        @At(0x28) @SelectedBy("queueSelect") @DeviceAddress RwSplit64 queueDriver,
        @At(0x30) @SelectedBy("queueSelect") @DeviceAddress RwSplit64 queueDevice) {
    /** What a vector register reads where there is no vector, or none could be assigned. VIRTIO 1.4, 4.1.5.1.2. */
    public static final @Vector @U16 int NO_VECTOR = 0xFFFF;

    /** Bytes of the block. */
    public static final @Bytes int SIZE = 0x38;
}
