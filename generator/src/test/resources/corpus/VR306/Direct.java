// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.FreeRunning;
import vireo.dsl.U16;

/** Counters compared by order. */
public final class Direct {
    private @FreeRunning @U16 int seen;

    /** None seen. */
    public Direct() {
        this.seen = 0;
    }

    /** Whether there is something new. */
    public boolean pending(@FreeRunning @U16 int index) {
        return index > seen; // expect VR306: compared by order
    }
}
