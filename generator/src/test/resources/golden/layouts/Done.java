// SPDX-License-Identifier: MIT OR GPL-2.0-only
package layouts;

import vireo.dsl.At;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le32;

/**
 * What became of a request.
 *
 * @param id which one
 * @param length bytes written
 */
@DmaStruct(size = 8, align = 4)
public record Done(@At(0) Le32 id, @At(4) Le32 length) {}
