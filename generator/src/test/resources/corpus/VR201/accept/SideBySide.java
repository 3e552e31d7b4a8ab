// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro8;
import vireo.dsl.Rw16;
import vireo.dsl.Rw32;
import vireo.dsl.Rw64;
import vireo.dsl.Rw8;
import vireo.dsl.RwSplit64;

/** Registers of all widths, each in its place. */
@RegisterBlock(size = 0x20)
public record SideBySide(
        @At(0x00) Rw32 first,
        @At(0x04) Rw16 second,
        @At(0x06) Rw8 third,
        @At(0x07) Ro8 fourth,
        @At(0x0C) RwSplit64 halves,
        @At(0x18) Rw64 whole) {}
