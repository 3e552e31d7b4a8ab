// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.sample;

import vireo.dsl.At;
import vireo.dsl.Count;
import vireo.dsl.Halves;
import vireo.dsl.Rc8;
import vireo.dsl.RegisterArray;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro16;
import vireo.dsl.RoSplit64;
import vireo.dsl.Rw32;
import vireo.dsl.Rw64;
import vireo.dsl.Rw8;
import vireo.dsl.RwSplit64;
import vireo.dsl.W1c32;
import vireo.dsl.Wo16;

/** A register block with one register of each kind. */
@RegisterBlock(size = 0x40)
public record Counters(
        @At(0x00) Rw8 mode,
        @At(0x01) Rc8 cause,
        @At(0x02) Ro16 level,
        @At(0x04) Wo16 kick,
        @At(0x08) Rw32 limit,
        @At(0x0c) W1c32 status,
        @At(0x10) Rw64 wide,
        @At(0x18) @Halves RwSplit64 base,
        @At(0x20) RoSplit64 total,
        @At(0x30) @Count(4) RegisterArray<Rw32> banks) {}
