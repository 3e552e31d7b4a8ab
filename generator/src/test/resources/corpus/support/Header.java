// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le32;

/** A layout that the cases share. */
@DmaStruct(size = 8, align = 8)
public record Header(@At(0) Le32 kind, @At(4) Le32 length) {}
