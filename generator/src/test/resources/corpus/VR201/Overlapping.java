// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Rw16;
import vireo.dsl.Rw32;

/** Two registers in the same place. */
@RegisterBlock(size = 0x10)
public record Overlapping(
        @At(0x00) Rw32 first,
        @At(0x02) Rw16 second) {} // expect VR201: overlap
