// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.sample;

import vireo.dsl.At;
import vireo.dsl.Be32;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le16;
import vireo.dsl.Octet;

/** A structure with cells of both byte orders. */
@DmaStruct(size = 8, align = 4)
public record Entry(@At(0) Be32 key, @At(4) Le16 value, @At(6) Octet kind, @At(7) Octet spare) {}
