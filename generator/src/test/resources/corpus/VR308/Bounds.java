// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Below;
import vireo.dsl.Range;

/** Bounds of the wrong unit: in a range, named by a parameter, as the length of an array. */
public final class Bounds {
    private static final @Lane int LANES = 4;
    private static final @Berth int BERTHS = 9;

    private final @Lane @Range(max = LANES - 1) int @Berth [] laneOf = new int[LANES]; // expect VR308: 'LANES' is @Lane, and what it bounds is @Berth.

    /** All on lane 0. */
    public Bounds() {}

    /** The lane. */
    public @Lane @Range(max = BERTHS) int lane(@Berth @Range(max = 3) int berth) { // expect VR308: 'BERTHS' is @Berth, and what it bounds is @Lane.
        return laneOf[berth];
    }

    /** Whether there is one in front. */
    public static boolean isInside(
            @Berth @Range(min = 1, max = BERTHS) int berths,
            @Lane @Below("berths") int lane) { // expect VR308: is @Berth, and 'lane' is @Lane.
        return berths == BERTHS && lane == LANES;
    }
}
