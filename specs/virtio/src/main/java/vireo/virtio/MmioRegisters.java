// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.DeviceAddress;
import vireo.dsl.Mask;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro32;
import vireo.dsl.Rw32;
import vireo.dsl.SelectedBy;
import vireo.dsl.SpecTable;
import vireo.dsl.Wo32;
import vireo.dsl.WoSplit64;

/**
 * The registers of a virtio device in memory, version 2, as far as this driver uses them. VIRTIO 1.4, 4.2.2. All have 32 bits; behind
 * them is the device configuration.
 *
 * @param deviceFeatures the 32 features that the device offers and {@code deviceFeaturesSel} selects
 * @param deviceFeaturesSel 0 for features 0 to 31, 1 for features 32 to 63
 * @param driverFeatures the 32 features that the driver accepts and {@code driverFeaturesSel} selects
 * @param driverFeaturesSel 0 for features 0 to 31, 1 for features 32 to 63
 * @param queueSel which queue the registers below belong to
 * @param queueSizeMax the largest size of the queue; 0 where it does not exist
 * @param queueSize the queue's size
 * @param queueReady 1 where the device uses the queue
 * @param queueNotify writing a queue's index tells the device that the queue has new buffers
 * @param interruptStatus why the device interrupts: bits of {@link IsrStatus}
 * @param interruptAck writing these bits ends the interrupt for these reasons
 * @param status bits of {@link DeviceStatus}; writing 0 resets the device
 * @param queueDesc physical address of the descriptor table
 * @param queueDriver physical address of the available ring
 * @param queueDevice physical address of the used ring
 * @param configGeneration changes whenever the device configuration does
 */
@RegisterBlock(size = 0x100)
@Conforms("drv.mmio.regs.1")
@Conforms("drv.mmio.regs.2")
@Conforms("drv.mmio.regs.3")
@Conforms("drv.mmio.regs.4")
@Conforms("drv.mmio.regs.22")
@Conforms("drv.mmio.init.5")
@SpecTable("virtio-1.4#mmio")
public record MmioRegisters(
        @At(0x010) @SelectedBy("deviceFeaturesSel") @BitMask Ro32 deviceFeatures,
        @At(0x014) Wo32 deviceFeaturesSel,
        @At(0x020) @SelectedBy("driverFeaturesSel") @BitMask Wo32 driverFeatures,
        @At(0x024) Wo32 driverFeaturesSel,
        @At(0x030) @Queue Wo32 queueSel,
        @At(0x034) @SelectedBy("queueSel") @Entry Ro32 queueSizeMax,
        @At(0x038) @SelectedBy("queueSel") @Entry Wo32 queueSize,
        @At(0x044) @SelectedBy("queueSel") Rw32 queueReady,
        @At(0x050) @Queue Wo32 queueNotify,
        @At(0x060) @BitMask Ro32 interruptStatus,
        @At(0x064) @BitMask @Mask(0x3) Wo32 interruptAck,
        @At(0x070) @BitMask Rw32 status,
        @At(0x080) @SelectedBy("queueSel") @DeviceAddress WoSplit64 queueDesc,
        @At(0x090) @SelectedBy("queueSel") @DeviceAddress WoSplit64 queueDriver,
        @At(0x0A0) @SelectedBy("queueSel") @DeviceAddress WoSplit64 queueDevice,
        @At(0x0FC) @Generation Ro32 configGeneration) {
    /** Bytes of the block, and where the device configuration is. */
    public static final @Bytes int SIZE = 0x100;
}
