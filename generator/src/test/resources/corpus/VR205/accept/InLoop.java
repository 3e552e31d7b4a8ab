// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U8;

/** Each round looks at what it has read. */
public final class InLoop {
    private final Reasons reasons;

    /** Watches a device. */
    public InLoop(Reasons reasons) {
        this.reasons = reasons;
    }

    /** How often there was news. */
    public int count() {
        int news = 0;
        for (int i = 0; i < 4; i++) {
            @BitMask @U8 int status = reasons.status().read();
            if ((status & 1) != 0) {
                news = i;
            }
        }
        return news;
    }
}
