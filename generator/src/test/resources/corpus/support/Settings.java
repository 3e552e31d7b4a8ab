// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro32;
import vireo.dsl.RoSplit64;
import vireo.dsl.Snapshot;

/** Registers that the device changes together. */
@Snapshot
@RegisterBlock(size = 0x10)
public record Settings(@At(0x0) Ro32 width, @At(0x4) Ro32 height, @At(0x8) RoSplit64 capacity) {}
