// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.Bytes;
import vireo.dsl.Mask;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro32;
import vireo.dsl.Rw32;
import vireo.dsl.SelectedBy;
import vireo.dsl.SpecTable;
import vireo.dsl.Wo32;

/**
 * The registers of a virtio device in memory, version 1: the legacy interface. VIRTIO 1.4, 4.2.4. All have 32 bits, in the processor's
 * byte order; behind them is the device configuration.
 *
 * @param hostFeatures the 32 features that the device offers and {@code hostFeaturesSel} selects
 * @param hostFeaturesSel 0 for features 0 to 31, which are all that there are
 * @param guestFeatures the 32 features that the driver accepts and {@code guestFeaturesSel} selects
 * @param guestFeaturesSel 0 for features 0 to 31
 * @param guestPageSize bytes of a page, in which {@code queuePfn} counts
 * @param queueSel which queue the registers below belong to
 * @param queueNumMax the largest size of the queue; 0 where it does not exist
 * @param queueNum the queue's size
 * @param queueAlign the used ring's alignment in bytes
 * @param queuePfn the number of the queue's first page; 0 where the device does not use the queue
 * @param queueNotify writing a queue's index tells the device that the queue has new buffers
 * @param interruptStatus why the device interrupts: bits of {@link IsrStatus}
 * @param interruptAck writing these bits ends the interrupt for these reasons
 * @param status bits of {@link DeviceStatus}; writing 0 resets the device
 */
@RegisterBlock(size = 0x100)
@SpecTable("virtio-1.4#legacy-mmio")
public record LegacyMmioRegisters(
        @At(0x010) @SelectedBy("hostFeaturesSel") @BitMask Ro32 hostFeatures,
        @At(0x014) Wo32 hostFeaturesSel,
        @At(0x020) @SelectedBy("guestFeaturesSel") @BitMask Wo32 guestFeatures,
        @At(0x024) Wo32 guestFeaturesSel,
        @At(0x028) @Bytes Wo32 guestPageSize,
        @At(0x030) @Queue Wo32 queueSel,
        @At(0x034) @SelectedBy("queueSel") @Entry Ro32 queueNumMax,
        @At(0x038) @SelectedBy("queueSel") @Entry Wo32 queueNum,
        @At(0x03C) @SelectedBy("queueSel") @Bytes Wo32 queueAlign,
        @At(0x040) @SelectedBy("queueSel") @Pages Rw32 queuePfn,
        @At(0x050) @Queue Wo32 queueNotify,
        @At(0x060) @BitMask Ro32 interruptStatus,
        @At(0x064) @BitMask @Mask(0x3) Wo32 interruptAck,
        @At(0x070) @BitMask Rw32 status) {}
