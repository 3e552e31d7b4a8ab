// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro32;
import vireo.dsl.Rw32;

/** A register without a place. */
@RegisterBlock(size = 8)
public record Unplaced(
        @At(0) Rw32 control,
        Ro32 status) {} // expect VR112: status
