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

/** What the device reads, then what it writes; a single piece; and a table alone. */
public final class Ordered {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Piece> pieces;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public Ordered(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.pieces = memory.array(Piece.class, 256, SLOTS);
        this.added = 0;
    }

    /** Asks. */
    public void ask(@Range(max = SLOTS - 1) int head, @Range(max = SLOTS - 1) int last) {
        pieces.at(head).flags().set(Piece.MORE);
        pieces.at(head).next().set(last);
        pieces.at(last).flags().set(Piece.WRITTEN);
        offers.entries().at(added & (SLOTS - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    /** Offers a piece, to be read or written. */
    public void offer(@Range(max = SLOTS - 1) int head, boolean written) {
        pieces.at(head).flags().set(written ? Piece.WRITTEN : 0);
        offers.entries().at(added & (SLOTS - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    /** Offers a piece, to be read or written. */
    public void offerAs(@Range(max = SLOTS - 1) int head, @BitMask(Piece.WRITTEN) @U16 int flags) {
        pieces.at(head).flags().set(flags);
        offers.entries().at(added & (SLOTS - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }

    /** Offers a table. */
    public void offerTable(@Range(max = SLOTS - 1) int head) {
        pieces.at(head).flags().set(Piece.TABLE);
        offers.entries().at(added & (SLOTS - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }
}
