// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.Rc8;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Rw8;

/** Registers of which one changes by being read. */
@RegisterBlock(size = 4)
public record Reasons(@At(0) @BitMask Rc8 status, @At(1) Rw8 mask) {}
