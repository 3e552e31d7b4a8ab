// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Rw16;
import vireo.dsl.Rw32;

/** A register where an access would be torn. */
@RegisterBlock(size = 0x08)
public record Misaligned(
        @At(0x00) Rw16 first,
        @At(0x02) Rw32 second) {} // expect VR201: not aligned
