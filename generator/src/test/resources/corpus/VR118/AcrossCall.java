// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** A private method stores, and nothing else than was there. */
public final class AcrossCall {
    private boolean waiting; // expect VR118: The field 'waiting' is always true

    /** Waits from the start. */
    public AcrossCall() {
        this.waiting = true;
    }

    /** Whether the doorbell is to be rung. */
    public boolean take(@U32 long count) {
        boolean before = waiting;
        wait(count != 0);
        return before;
    }

    private void wait(boolean again) {
        if (again) {
            waiting = true;
        }
    }
}
