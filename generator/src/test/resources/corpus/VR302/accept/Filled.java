// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** Arrays of states and of records that the constructor fills, whatever else the loops do. */
public final class Filled {
    private static final int COUNT = 4;

    private final Phase[] phases = new Phase[COUNT];
    private final Phase[] others = new Phase[COUNT];
    private final Extent[] extents = new Extent[COUNT];
    private final boolean idle;

    Filled(@U16 int length, boolean busy) {
        for (int i = 0; i < COUNT; i++) {
            clear(i);
            phases[i] = busy ? Phase.BUSY : Phase.IDLE;
            if (busy) {
                continue;
            }
            clear(i + 1);
        }
        for (int i = 0; i < extents.length; i++) {
            extents[i] = new Extent(0, length);
            others[i] = phases[i];
        }
        this.idle = first() == Phase.IDLE;
    }

    private void clear(int index) {
        if (index >= 0 && index < COUNT) {
            others[index] = Phase.OVER;
        }
    }

    private Phase first() {
        return phases[0];
    }

    /** Where the last begins, where nothing is under way. */
    public @U16 int last() {
        return idle && others[3] == Phase.IDLE ? extents[COUNT - 1].start() : 0;
    }
}
