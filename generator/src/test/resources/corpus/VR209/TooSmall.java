// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le32;

/** Declares more than its fields take. */
@DmaStruct(size = 12, align = 4)
public record TooSmall( // expect VR209: its fields take 8
        @At(0) Le32 type,
        @At(4) Le32 length) {}
