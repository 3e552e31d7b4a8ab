// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Rw8;

/** The status register that the cases share. */
@RegisterBlock(size = 2)
public record Machine(@At(0) Rw8 status, @At(1) Rw8 page) {}
