// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U8;

/** Looks on one way only. */
public final class OnErrorPath {
    private final Reasons reasons;

    /** Watches a device. */
    public OnErrorPath(Reasons reasons) {
        this.reasons = reasons;
    }

    /** Whether a queue has news. */
    public boolean hasNews(boolean enabled) {
        @BitMask @U8 int status = reasons.status().read(); // expect VR205: is lost on some path
        if (!enabled) {
            return false;
        }
        return (status & 1) != 0;
    }
}
