// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** All that the table has, as the table has it; names are compared without capitals and underscores. */
@SpecTable("demo#registers")
@RegisterBlock(size = 0x20)
public record Whole(
        @At(0x00) Rw16 bankSelect,
        @At(0x02) @SelectedBy("bankSelect") Rw16 bankSize,
        @At(0x04) @BitMask W1c32 events,
        @At(0x08) Rc8 cause,
        @At(0x09) Ro8 revision,
        @At(0x0A) Wo16 doorbell,
        @At(0x10) @SelectedBy("bankSelect") RwSplit64 address,
        @At(0x18) @RequiresFeature(5) @Count(4) RegisterArray<Ro8> lanes) {
    /** Bytes. */
    public static final int SIZE = 0x20;

    public static final @U16 int NO_BANK = 0xFFFF;
    public static final @BitMask @U32 long EVENT_DONE = 1;
    public static final @BitMask @U32 long EVENT_ERROR = 1L << 4;
}
