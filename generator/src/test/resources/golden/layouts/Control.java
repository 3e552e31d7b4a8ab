// SPDX-License-Identifier: MIT OR GPL-2.0-only
package layouts;

import vireo.dsl.At;
import vireo.dsl.Count;
import vireo.dsl.RegisterArray;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro8;
import vireo.dsl.Rw32;
import vireo.dsl.RwSplit64;
import vireo.dsl.Wo16;

/** Registers of every kind. */
@RegisterBlock(size = 0x18)
public record Control(
        @At(0x00) Rw32 features,
        @At(0x05) Ro8 status,
        @At(0x08) RwSplit64 address,
        @At(0x10) @Count(4) RegisterArray<Wo16> bells) {}
