// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U8;
import vireo.dsl.Uint16;

/** Where the length is refused the piece keeps the flags of an old request. */
public final class OnErrorPath {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Piece> pieces;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public OnErrorPath(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.pieces = memory.array(Piece.class, 256, SLOTS);
        this.added = 0;
    }

    /** Asks. */
    public void ask(@Range(max = SLOTS - 1) int head, @U8 int length) {
        try {
            pieces.at(head).length().set(Step.even(length));
            pieces.at(head).flags().set(0);
        } catch (DriverException e) {
            Log.warn("odd: %s", e.errno());
        }
        offers.entries().at(added & (SLOTS - 1)).set(head); // expect VR507: is not known to have been described to its end
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }
}
