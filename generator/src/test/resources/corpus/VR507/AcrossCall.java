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

/** Private methods describe and offer; their caller has the order wrong. */
public final class AcrossCall {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Piece> pieces;
    private final @Range(max = SLOTS - 1) int[] next = new int[SLOTS];
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public AcrossCall(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.pieces = memory.array(Piece.class, 256, SLOTS);
        for (int i = 1; i < SLOTS; i++) {
            next[i - 1] = i;
        }
        this.added = 0;
    }

    /** Asks. */
    public void ask(@Range(max = SLOTS - 1) int head) {
        int last = next[head];
        describe(head, Piece.MORE | Piece.WRITTEN, last);
        describe(last, 0, 0);
        offer(head); // expect VR507: the device may read after it has written
    }

    private void describe(@Range(max = SLOTS - 1) int piece, @BitMask @U16 int flags, @Range(max = SLOTS - 1) int following) {
        pieces.at(piece).flags().set(flags);
        pieces.at(piece).next().set(following);
    }

    private void offer(@Range(max = SLOTS - 1) int head) {
        offers.entries().at(added & (SLOTS - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }
}
