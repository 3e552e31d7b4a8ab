// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.At;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le32;
import vireo.dsl.Le64;

/** What a disk is asked to do. */
@DmaStruct(size = 16, align = 8)
public record BlkRequest(@At(0) Le32 type, @At(4) Le32 reserved, @At(8) Le64 sector) {}
