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
import vireo.dsl.Uint16;

/** Pieces are handed to a method that fills them in, with the order wrong. */
public final class Handed {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Piece> pieces;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public Handed(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.pieces = memory.array(Piece.class, 256, SLOTS);
        this.added = 0;
    }

    /** Asks. */
    public void ask(@Range(max = SLOTS - 1) int head, @Range(max = SLOTS - 1) int last) {
        fill(pieces.at(head), Piece.MORE | Piece.WRITTEN, last);
        fill(pieces.at(last), 0, 0);
        offers.entries().at(added & (SLOTS - 1)).set(head); // expect VR507: the device may read after it has written
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    private static void fill(Piece piece, @BitMask @U16 int flags, @Range(max = SLOTS - 1) int following) {
        piece.flags().set(flags);
        piece.next().set(following);
    }
}
