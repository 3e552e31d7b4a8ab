// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.DmaArray;
import vireo.dsl.Le32;
import vireo.dsl.Length;
import vireo.dsl.Ring;
import vireo.dsl.Side;

/** A device-written ring that the cases share. */
@Ring(writer = Side.DEVICE, align = 8)
public record Done(@At(0) Le32 flags, @At(4) Le32 reserved, @At(8) @Length("slots") DmaArray<Slot> entries) {}
