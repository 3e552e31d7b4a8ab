// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;

/** A table of berths by lane, indexed and filled the wrong way round. */
public final class Loop {
    private static final @Lane int LANES = 8;
    private static final @Berth int BERTHS = 8;

    private final @Berth @Range(max = 7) int @Lane [] berthOf = new int[8];

    /** All at berth 0. */
    public Loop() {}

    /** Gives each lane a berth. */
    public void fill(@Berth @Range(max = 7) int first) {
        for (int lane = 0; lane < LANES; lane++) {
            berthOf[lane] = lane; // expect VR308: 'lane' is @Lane, and an element of 'berthOf' is @Berth.
        }
        for (int lane = 0; lane < BERTHS; lane++) {
            berthOf[lane] = first; // expect VR308: 'lane' is @Berth, and the index of 'berthOf' is @Lane.
        }
        for (int berth = 0; berth < BERTHS; berth++) {
            berthOf[berth] = first; // expect VR308: 'berth' is @Berth, and the index of 'berthOf' is @Lane.
        }
    }

    /** The berth that the lane's berth is the lane of. */
    public @Berth int twice(@Lane @Range(max = 7) int lane) {
        return berthOf[berthOf[lane]]; // expect VR308: 'berthOf[lane]' is @Berth, and the index of 'berthOf' is @Lane.
    }

    /** Another name for the array. */
    public @Berth int first() {
        return firstOf(berthOf); // expect VR308: is an array of @Berth, indexed by @Lane
    }

    private static @Berth int firstOf(@Berth @Range(max = 7) int @Berth [] table) {
        return table.length > 0 ? table[0] : 0;
    }
}
