// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;

/** A method reads anew for each bit that it is asked for. */
public final class EachBitAcrossCall {
    private final Reasons reasons;

    /** Watches a device. */
    public EachBitAcrossCall(Reasons reasons) {
        this.reasons = reasons;
    }

    /** The last of the things that happened. */
    public int last() {
        int news = 0;
        for (int i = 0; i < 4; i++) {
            if (has(i)) { // expect VR205: is read once more
                news = i;
            }
        }
        return news;
    }

    private boolean has(@Range(max = 7) int bit) {
        return (reasons.status().read() >> bit & 1) != 0;
    }
}
