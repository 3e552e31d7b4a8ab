// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A driver's copy with registers of other widths. */
@SpecTable("demo#registers")
@RegisterBlock(size = 0x18)
public record Width(
        @At(0x00) Rw32 bankSelect, // expect VR210: it has 32 bits, and 16 in the table
        @At(0x09) Ro8 revision,
        @At(0x10) @SelectedBy("bankSelect") Rw64 address) {} // expect VR210: it is accessed as a whole, and in two halves of 32 bits in the table
