// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro32;
import vireo.dsl.RoSplit64;

/** The configuration of a disk. */
@RegisterBlock(size = 0x10)
public record BlkConfig(@At(0) RoSplit64 capacity, @At(8) Ro32 sizeMax, @At(12) Ro32 segMax) {}
