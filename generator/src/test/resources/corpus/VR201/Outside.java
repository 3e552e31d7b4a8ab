// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Rw32;

/** A register behind the end. */
@RegisterBlock(size = 0x08)
public record Outside(
        @At(0x00) Rw32 first,
        @At(0x08) Rw32 second) {} // expect VR201: has 0x8 bytes
