// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A driver's copy in which windows are chosen by another register, or by none. */
@SpecTable("demo#registers")
@RegisterBlock(size = 0x18)
public record Selector(
        @At(0x00) Rw16 bankSelect,
        @At(0x02) Rw16 bankSize, // expect VR210: nothing selects it, and 'bank_select' in the table
        @At(0x09) Ro8 revision,
        @At(0x0A) @SelectedBy("bankSelect") Wo16 doorbell, // expect VR210: 'bankSelect' selects it, and nothing in the table
        @At(0x10) @SelectedBy("bankSize") RwSplit64 address) {} // expect VR210: 'bankSize' selects it, and 'bank_select' in the table
