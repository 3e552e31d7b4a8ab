// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro32;
import vireo.dsl.Rw32;

/** Both have one. */
@RegisterBlock(size = 8)
public record Placed(
        @At(0) Rw32 control,
        @At(4) Ro32 status) {}
