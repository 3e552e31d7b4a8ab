// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro32;
import vireo.dsl.Rw32;
import vireo.dsl.SelectedBy;

/** Registers of which some show what another one selects. */
@RegisterBlock(size = 0x20)
public record Windowed(
        @At(0x00) Rw32 select,
        @At(0x04) @SelectedBy("select") Rw32 size,
        @At(0x08) @SelectedBy("select") Rw32 enable,
        @At(0x0C) Rw32 bank,
        @At(0x10) @SelectedBy("bank") Ro32 feature) {}
