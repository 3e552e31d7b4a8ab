// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** Names that the specification does not have. */
@SpecTable("demo#registers")
@RegisterBlock(size = 0x0C)
public record NotThere(
        @At(0x00) Rw16 bankSelekt, // expect VR210: demo#registers has no register or field 'bankSelekt'.
        @At(0x0A) @SpecRow("bell") Wo16 doorbell) { // expect VR210: demo#registers has no register or field 'bell'.
    /** The driver's own choice does not belong here. */
    public static final int MAX_BANKS = 4; // expect VR210: demo#registers has no constant 'MAX_BANKS'.
}
