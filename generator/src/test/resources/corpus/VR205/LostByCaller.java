// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U8;

/** Another method reads, and this one loses the value on one way. */
public final class LostByCaller {
    private final Reasons reasons;

    /** Watches a device. */
    public LostByCaller(Reasons reasons) {
        this.reasons = reasons;
    }

    /** Whether a queue has news. */
    public boolean hasNews(boolean enabled) {
        @BitMask @U8 int status = acknowledge(); // expect VR205: is lost on some path
        if (!enabled) {
            return false;
        }
        return (status & 1) != 0;
    }

    private @BitMask @U8 int acknowledge() {
        return reasons.status().read();
    }
}
