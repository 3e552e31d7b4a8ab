// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro32;
import vireo.dsl.Rw32;
import vireo.dsl.SelectedBy;
import vireo.dsl.Wo32;

/** The registers of a virtio device in memory, as far as these drivers use them. */
@RegisterBlock(size = 0x100)
public record MmioRegisters(
        @At(0x010) @SelectedBy("deviceFeaturesSel") @BitMask Ro32 deviceFeatures,
        @At(0x014) Wo32 deviceFeaturesSel,
        @At(0x020) @SelectedBy("driverFeaturesSel") @BitMask Wo32 driverFeatures,
        @At(0x024) Wo32 driverFeaturesSel,
        @At(0x050) Wo32 queueNotify,
        @At(0x070) @BitMask Rw32 status,
        @At(0x0FC) Ro32 configGeneration) {}
