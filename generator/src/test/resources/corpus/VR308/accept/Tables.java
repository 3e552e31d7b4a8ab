// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;

/** Tables by lane and by berth, walked by locals that take their unit from what they are compared with. */
public final class Tables {
    private static final @Berth int NOWHERE = 8;

    private final @Berth @Range(max = 8) int @Lane [] berthOf = new int[8];
    private final @Lane @Range(max = 7) int @Berth [] laneOf = new int[8];

    /** All at berth 0. */
    public Tables() {}

    /** Puts every lane somewhere. */
    public void fill() {
        for (int lane = 0; lane < berthOf.length; lane++) {
            berthOf[lane] = NOWHERE;
        }
        for (int berth = 0; berth < laneOf.length; berth++) {
            laneOf[berth] = 7;
        }
    }

    /** The lane of the lane's berth. */
    public @Lane int back(@Lane @Range(max = 7) int lane) {
        int berth = berthOf[lane];
        return berth == NOWHERE ? lane : laneOf[berth];
    }

    /** A table like any other. */
    public @Berth int first() {
        return firstOf(berthOf);
    }

    private static @Berth int firstOf(@Berth @Range(max = 8) int @Lane [] table) {
        return table.length > 0 ? table[0] : 0;
    }
}
