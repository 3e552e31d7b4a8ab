// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.FreeRunning;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** Compared through the distance, and by equality. */
public final class Distance {
    private @FreeRunning @U16 int seen;

    /** None seen. */
    public Distance() {
        this.seen = 0;
    }

    /** How many are new. */
    public @U16 int pending(@FreeRunning @U16 int index) {
        if (index == seen) {
            return 0;
        }
        int distance = Uint16.wrappingSub(index, seen);
        seen = Uint16.wrappingAdd(seen, 1);
        return distance;
    }

    /** The place in the ring. */
    public @Range(min = 0, max = 7) int slot() {
        return seen & 7;
    }
}
