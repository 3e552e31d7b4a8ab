// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.InterruptHandler;
import vireo.dsl.U32;

/** The thread waits for an element that the handler sets. */
public final class InLoop implements InterruptHandler {
    private final boolean[] ready = new boolean[4];

    /** Nothing ready. */
    public InLoop() {}

    /** Notes it. */
    @Override
    public boolean interrupt(@U32 long source) {
        if (source < 4) {
            ready[(int) source] = true; // expect VR802: The field 'ready' is written here
        }
        return true;
    }

    /** How many are ready. */
    public int count() {
        int count = 0;
        for (int i = 0; i < 4; i++) {
            if (ready[i]) {
                count = i;
            }
        }
        return count;
    }
}
