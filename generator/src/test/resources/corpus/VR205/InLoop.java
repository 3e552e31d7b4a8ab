// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U8;

/** Each round overwrites what the one before has read. */
public final class InLoop {
    private final Reasons reasons;

    /** Watches a device. */
    public InLoop(Reasons reasons) {
        this.reasons = reasons;
    }

    /** The last of some reasons. */
    public int last() {
        @BitMask @U8 int status = 0;
        for (int i = 0; i < 4; i++) {
            status = reasons.status().read(); // expect VR205: is lost on some path
        }
        return (status & 1) != 0 ? 1 : 0;
    }
}
