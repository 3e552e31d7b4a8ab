// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A driver's copy of the registers, one of which was copied from the line above. */
@SpecTable("demo#registers")
@RegisterBlock(size = 0x20)
public record Offset(
        @At(0x00) Rw16 bankSelect,
        @At(0x02) @SelectedBy("bankSelect") Rw16 bankSize,
        @At(0x0C) Wo16 doorbell, // expect VR210: 'doorbell' differs from demo#registers/doorbell: it is at 0xc, and at 0xa in the table
        @At(0x10) @SelectedBy("bankSelect") RwSplit64 address) {}
