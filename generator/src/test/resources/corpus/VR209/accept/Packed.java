// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le16;
import vireo.dsl.Le32;

/** Every byte declared. */
@DmaStruct(size = 8, align = 4)
public record Packed(
        @At(0) Le16 type,
        @At(2) Le16 reserved,
        @At(4) Le32 length) {}
