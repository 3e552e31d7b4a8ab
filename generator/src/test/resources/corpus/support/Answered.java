// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le32;
import vireo.dsl.Side;
import vireo.dsl.WrittenBy;

/** A command and its answer. */
@DmaStruct(size = 8, align = 4)
public record Answered(@At(0) Le32 command, @At(4) @WrittenBy(Side.DEVICE) Le32 status) {}
