// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaStruct;

/** A structure of nothing. */
@DmaStruct(size = 0, align = 4)
public record Empty() {} // expect VR209: has no fields
