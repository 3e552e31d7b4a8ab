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

/** One chain was prepared, and another number is passed. */
public final class Stranger {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Piece> pieces;
    private final @Range(max = SLOTS - 1) int[] next = new int[SLOTS];
    private @Range(max = SLOTS - 1) int free;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public Stranger(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.pieces = memory.array(Piece.class, 256, SLOTS);
        this.free = 0;
        for (int i = 1; i < SLOTS; i++) {
            next[i - 1] = i;
        }
        this.added = 0;
    }

    /** Describes a question whose answer comes with each use. */
    public @Range(max = SLOTS - 1) int prepare() {
        int head = free;
        int last = next[head];
        describe(head, Piece.MORE, last);
        describe(last, 0, 0);
        free = next[last];
        return head;
    }

    /** Asks, by a chain that was prepared. */
    public void ask(@Range(max = SLOTS - 1) int head) {
        pieces.at(next[head]).flags().set(Piece.WRITTEN);
        offers.entries().at(added & (SLOTS - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    /** Asks, by a piece that nobody prepared. */
    public void askAny(@Range(max = SLOTS - 1) int piece) {
        ask(piece); // expect VR507: may be another than 'prepare' has returned
    }

    private void describe(@Range(max = SLOTS - 1) int piece, @BitMask @U16 int flags, @Range(max = SLOTS - 1) int following) {
        pieces.at(piece).flags().set(flags);
        pieces.at(piece).next().set(following);
    }
}
