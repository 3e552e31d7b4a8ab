// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U8;

/** One read, looked at on every way. */
public final class Once {
    private final Reasons reasons;

    /** Watches a device. */
    public Once(Reasons reasons) {
        this.reasons = reasons;
    }

    /** What happened, as a number. */
    public int what(boolean enabled) {
        if (!enabled) {
            return 0;
        }
        @BitMask @U8 int status = acknowledge();
        if ((status & 1) != 0) {
            return 1;
        }
        return (status & 2) != 0 ? 2 : 0;
    }

    private @BitMask @U8 int acknowledge() {
        return reasons.status().read();
    }
}
