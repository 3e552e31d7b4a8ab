// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.Rc8;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro16;
import vireo.dsl.Ro32;
import vireo.dsl.Rw16;
import vireo.dsl.Rw32;
import vireo.dsl.Rw8;
import vireo.dsl.SelectedBy;
import vireo.dsl.SpecTable;
import vireo.dsl.U16;
import vireo.dsl.Vector;
import vireo.dsl.Wo16;
import vireo.dsl.Wo32;

/**
 * The registers of a virtio PCI device by its legacy interface, at the start of BAR 0. VIRTIO 1.4, 4.1.4.10. The processor's byte
 * order counts, and what follows is the device configuration: behind the vectors where MSI-X is enabled, in their place
 * otherwise.
 *
 * @param deviceFeatures features 0 to 31 that the device offers
 * @param driverFeatures features 0 to 31 that the driver accepts
 * @param queueAddress the number of the queue's first page; 0 where the device does not use the queue
 * @param queueSize the queue's size, which is the device's choice; 0 where the queue does not exist
 * @param queueSelect which queue the registers beside it belong to
 * @param queueNotify writing a queue's index tells the device that the queue has new buffers
 * @param deviceStatus bits of {@link DeviceStatus}; writing 0 resets the device
 * @param isrStatus bits of {@link IsrStatus}; reading clears them and ends the interrupt
 * @param configMsixVector the MSI-X vector for configuration changes, where MSI-X is enabled
 * @param queueMsixVector the queue's MSI-X vector, where MSI-X is enabled
 */
@RegisterBlock(size = 0x18)
@Conforms("drv.pci.layout.5")
@SpecTable("virtio-1.4#legacy-pci")
public record LegacyPciRegisters(
        @At(0x00) @BitMask Ro32 deviceFeatures,
        @At(0x04) @BitMask Wo32 driverFeatures,
        @At(0x08) @SelectedBy("queueSelect") @Pages Rw32 queueAddress,
        @At(0x0C) @SelectedBy("queueSelect") @Entry Ro16 queueSize,
        @At(0x0E) @Queue Rw16 queueSelect,
        @At(0x10) @Queue Wo16 queueNotify,
        @At(0x12) @BitMask Rw8 deviceStatus,
        @At(0x13) @BitMask Rc8 isrStatus,
        @At(0x14) @Vector Rw16 configMsixVector,
        @At(0x16) @SelectedBy("queueSelect") @Vector Rw16 queueMsixVector) {
    /** Bytes of the block, vectors included. Every device has as many, as no BAR has between 20 and 24. */
    public static final @Bytes int SIZE = 0x18;

    /** Where the device configuration is without MSI-X. */
    public static final @Bytes int CONFIGURATION = 0x14;

    /** Where the device configuration is with MSI-X. */
    public static final @Bytes int CONFIGURATION_BEHIND_VECTORS = 0x18;

    /** What a vector register reads where there is no vector, or none could be assigned. */
    public static final @Vector @U16 int NO_VECTOR = 0xFFFF;
}
