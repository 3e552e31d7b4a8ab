// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.At;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le32;

/** A chain that the device has finished with. */
@DmaStruct(size = 8, align = 4)
public record UsedElement(@At(0) Le32 id, @At(4) Le32 len) {}
