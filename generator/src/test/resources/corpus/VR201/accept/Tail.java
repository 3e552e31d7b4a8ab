// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.Count;
import vireo.dsl.RegisterArray;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Rw32;

/** The last register ends where the block does. */
@RegisterBlock(size = 0x14)
public record Tail(
        @At(0x00) @Count(4) RegisterArray<Rw32> channels,
        @At(0x10) Rw32 status) {}
