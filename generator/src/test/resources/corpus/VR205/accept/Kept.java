// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U8;

/** One read, kept for all bits; and a register that is read until it says nothing. */
public final class Kept {
    private final Reasons reasons;

    /** Watches a device. */
    public Kept(Reasons reasons) {
        this.reasons = reasons;
    }

    /** The last of the things that happened. */
    public int last() {
        int news = 0;
        @BitMask @U8 int status = reasons.status().read();
        for (int i = 0; i < 4; i++) {
            if ((status >> i & 1) != 0) {
                news = i;
            }
        }
        return news;
    }

    /** Reads until nothing is left. */
    public int drain() {
        int rounds = 0;
        for (int i = 0; i < 4; i++) {
            if (reasons.status().read() == 0) {
                return rounds;
            }
            rounds = i;
        }
        return rounds;
    }
}
