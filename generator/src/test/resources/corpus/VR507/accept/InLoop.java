// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** Pieces that are described in a loop, read first and then written. */
public final class InLoop {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Piece> pieces;
    private final @Range(max = SLOTS - 1) int[] next = new int[SLOTS];
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public InLoop(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.pieces = memory.array(Piece.class, 256, SLOTS);
        for (int i = 1; i < SLOTS; i++) {
            next[i - 1] = i;
        }
        this.added = 0;
    }

    /** Asks with a question in some pieces. */
    public void ask(@Range(max = SLOTS - 1) int head, @Range(max = SLOTS) int count) {
        int at = head;
        for (int i = 0; i < count; i++) {
            int following = next[at];
            pieces.at(at).flags().set(Piece.MORE);
            pieces.at(at).next().set(following);
            at = following;
        }
        pieces.at(at).flags().set(Piece.WRITTEN);
        offers.entries().at(added & (SLOTS - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    /** Asks, with an answer in some pieces. */
    public void askMuch(@Range(max = SLOTS - 1) int head, @Range(max = SLOTS) int count) {
        int at = head;
        for (int i = 0; i < count; i++) {
            pieces.at(at).flags().set(Piece.MORE | Piece.WRITTEN);
            pieces.at(at).next().set(next[at]);
            at = next[at];
        }
        pieces.at(at).flags().set(Piece.WRITTEN);
        offers.entries().at(added & (SLOTS - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }
}
