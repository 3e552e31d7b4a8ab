// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.Count;
import vireo.dsl.Mask;
import vireo.dsl.RegisterArray;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro32;
import vireo.dsl.Rw32;
import vireo.dsl.RwSplit64;
import vireo.dsl.W1c32;
import vireo.dsl.Wo32;

/** Registers that the cases share. */
@RegisterBlock(size = 0x40)
public record Uart(
        @At(0x00) Rw32 data,
        @At(0x04) Ro32 status,
        @At(0x08) Wo32 doorbell,
        @At(0x0C) W1c32 interrupt,
        @At(0x10) @Mask(0x3) Rw32 control,
        @At(0x14) @BitMask Rw32 features,
        @At(0x18) RwSplit64 address,
        @At(0x20) @Count(4) RegisterArray<Rw32> channels) {}
