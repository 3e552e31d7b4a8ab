// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.NeedsStage;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro32;
import vireo.dsl.Rw32;

/** A configuration that is written once the features are agreed on; the cases share it. */
@NeedsStage(Agreed.class)
@RegisterBlock(size = 8)
public record Modes(@At(0) Ro32 speed, @At(4) Rw32 mode) {}
