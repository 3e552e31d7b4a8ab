// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A register that is said to need another feature than it does. */
@SpecTable("demo#registers")
@RegisterBlock(size = 0x1A)
public record Needed(
        @At(0x09) @RequiresFeature(5) Ro8 revision, // expect VR210: it needs feature bit 5, and none in the table
        @At(0x18) @RequiresFeature(3) @Count(2) RegisterArray<Ro8> lanes) {} // expect VR210: there are 2 of it, and 4 in the table; it needs feature bit 3, and bit 5 in the table
