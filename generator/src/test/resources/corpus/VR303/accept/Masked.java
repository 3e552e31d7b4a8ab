// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;

/** An index cut to a power of two. */
public final class Masked {
    private final boolean[] inFlight = new boolean[32];

    /** Hands one over. */
    public void start(@Range(max = 31) int id) {
        inFlight[id] = true;
    }

    /** Takes a completion. */
    public boolean complete(Slot slot) {
        int id = (int) (slot.id().get() & 0x1F);
        return inFlight[id];
    }
}
