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

/** The last piece goes on in the first. */
public final class Round {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Piece> pieces;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public Round(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.pieces = memory.array(Piece.class, 256, SLOTS);
        this.added = 0;
    }

    /** Asks. */
    public void ask(@Range(max = SLOTS - 1) int head, @Range(max = SLOTS - 1) int last) {
        pieces.at(head).flags().set(Piece.MORE);
        pieces.at(head).next().set(last);
        pieces.at(last).flags().set(Piece.MORE);
        pieces.at(last).next().set(head);
        offers.entries().at(added & (SLOTS - 1)).set(head); // expect VR507: comes back to itself
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }
}
