// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/** Pieces that are described once, each a chain of its own. */
public final class Alike {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Piece> pieces;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public Alike(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.pieces = memory.array(Piece.class, 256, SLOTS);
        this.added = 0;
    }

    /** Describes all pieces. */
    public void prepare(@BitMask(Piece.WRITTEN) @U16 int flags) {
        for (int i = 0; i < SLOTS; i++) {
            pieces.at(i).flags().set(flags);
        }
    }

    /** Offers one of them. */
    public void offer(@Range(max = SLOTS - 1) int piece, @U32 long length) {
        pieces.at(piece).length().set(length);
        offers.entries().at(added & (SLOTS - 1)).set(piece);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }
}
