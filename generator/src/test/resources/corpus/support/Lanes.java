// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.Bytes;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Rw32;

/**
 * Registers that hold numbers of units.
 *
 * @param lane the lane
 * @param size its size
 */
@RegisterBlock(size = 8)
public record Lanes(@At(0) @Lane Rw32 lane, @At(4) @Bytes Rw32 size) {}
