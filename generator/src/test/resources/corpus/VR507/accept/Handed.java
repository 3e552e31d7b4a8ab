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

/** Pieces are handed to a method that fills them in, also in a loop. */
public final class Handed {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Piece> pieces;
    private final @Range(max = SLOTS - 1) int[] next = new int[SLOTS];
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public Handed(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.pieces = memory.array(Piece.class, 256, SLOTS);
        for (int i = 1; i < SLOTS; i++) {
            next[i - 1] = i;
        }
        this.added = 0;
    }

    /** Asks. */
    public void ask(@Range(max = SLOTS - 1) int head, @Range(max = SLOTS - 1) int last) {
        fill(pieces.at(head), Piece.MORE, last);
        fill(pieces.at(last), Piece.WRITTEN, 0);
        offers.entries().at(added & (SLOTS - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    /** Asks with a question in some pieces. */
    public void askMuch(@Range(max = SLOTS - 1) int head, @Range(max = SLOTS) int count) {
        int at = head;
        for (int i = 0; i < count; i++) {
            int following = next[at];
            fill(pieces.at(at), Piece.MORE, following);
            at = following;
        }
        fill(pieces.at(at), Piece.WRITTEN, 0);
        offers.entries().at(added & (SLOTS - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    private static void fill(Piece piece, @BitMask @U16 int flags, @Range(max = SLOTS - 1) int following) {
        piece.flags().set(flags);
        piece.next().set(following);
    }
}
