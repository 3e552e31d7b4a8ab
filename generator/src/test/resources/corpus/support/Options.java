// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.RequiresFeature;
import vireo.dsl.Ro32;

/** A configuration of which some is there with feature 6 only; the cases share it. */
@RegisterBlock(size = 8)
public record Options(@At(0) Ro32 size, @At(4) @RequiresFeature(6) Ro32 blockSize) {}
