// SPDX-License-Identifier: MIT OR GPL-2.0-only
package views;

import vireo.dsl.At;
import vireo.dsl.Be16;
import vireo.dsl.Count;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaStruct;

/** A header and bytes behind it. */
@DmaStruct(size = 64, align = 2)
public record Packet(@At(0) Be16 kind, @At(2) @Count(62) DmaBytes payload) {}
