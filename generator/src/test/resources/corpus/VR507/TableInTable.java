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

/** A table of pieces, one of which is a table. */
public final class TableInTable {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") Offers offers;
    private final @Length("SLOTS") DmaArray<Piece> pieces;
    private final @Length("SLOTS") DmaArray<Piece> table;
    private @FreeRunning @U16 int added;

    /** Nothing offered yet. */
    public TableInTable(DmaMemory memory) throws DriverException {
        this.offers = memory.ring(Offers.class, 0, SLOTS);
        this.pieces = memory.array(Piece.class, 256, SLOTS);
        this.table = memory.array(Piece.class, 1024, SLOTS);
        this.added = 0;
    }

    /** Asks by a table. */
    public void ask(@Range(max = SLOTS - 1) int head) {
        table.at(0).flags().set(Piece.MORE);
        table.at(0).next().set(1);
        table.at(1).flags().set(Piece.TABLE); // expect VR507: may be a table of its own
        pieces.at(head).flags().set(Piece.TABLE);
        offers.entries().at(added & (SLOTS - 1)).set(head);
        added = Uint16.wrappingAdd(added, 1);
        offers.idx().publish(added);
    }
}
