// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** The first registers only, one of which this driver only reads: less than the table permits. */
@SpecTable("demo#registers")
@RegisterBlock(size = 4)
public record First(@At(0x00) Wo16 bankSelect, @At(0x02) @SelectedBy("bankSelect") Ro16 bankSize) {
    /** Bytes. */
    public static final int SIZE = 4;
}
