// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.Be32;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le32;

/** A structure in device-visible memory that the cases share. */
@DmaStruct(size = 8, align = 8)
public record Slot(@At(0) Le32 id, @At(4) Be32 tag) {}
