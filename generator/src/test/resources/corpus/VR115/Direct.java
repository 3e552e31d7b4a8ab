// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** A count that nobody started. */
public final class Direct {
    private @U32 long sent; // expect VR115: The field 'sent' has no first value.
    private boolean up = true;

    /** Whether anything was sent while it was up. */
    public boolean isBusy() {
        return up && sent != 0;
    }

    /** Counts. */
    public void count() {
        sent = (sent + 1) & 0xFFFF;
        up = true;
    }

    /** Takes it down. */
    public void down() {
        up = false;
    }
}
