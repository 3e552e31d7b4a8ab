// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Each round reads anew to look at another bit. */
public final class EachBit {
    private final Reasons reasons;

    /** Watches a device. */
    public EachBit(Reasons reasons) {
        this.reasons = reasons;
    }

    /** How many things happened. */
    public int count() {
        int news = 0;
        for (int i = 0; i < 4; i++) {
            if ((reasons.status().read() >> i & 1) != 0) { // expect VR205: is read once more
                news = i;
            }
        }
        return news;
    }
}
