// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.ChainFlags;
import vireo.dsl.DmaStruct;
import vireo.dsl.Le16;
import vireo.dsl.Le32;
import vireo.dsl.Le64;
import vireo.dsl.U16;

/** A piece of memory in a chain; cases share it. */
@DmaStruct(size = 16, align = 16)
public record Piece(
        @At(0) Le64 address,
        @At(8) Le32 length,
        @At(12) @BitMask
                @ChainFlags(next = "next", more = Piece.MORE, written = Piece.WRITTEN, table = Piece.TABLE)
                Le16 flags,
        @At(14) Le16 next) {
    /** The chain goes on. */
    public static final @BitMask @U16 int MORE = 1;

    /** The device writes the memory. */
    public static final @BitMask @U16 int WRITTEN = 2;

    /** The memory holds pieces. */
    public static final @BitMask @U16 int TABLE = 4;
}
