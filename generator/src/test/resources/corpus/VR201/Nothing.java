// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.RegisterBlock;

/** A block of nothing. */
@RegisterBlock(size = 0)
public record Nothing() {} // expect VR201: has no registers
