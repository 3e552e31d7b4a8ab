// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Asks for one bit, then for another one. */
public final class Twice {
    private final Reasons reasons;

    /** Watches a device. */
    public Twice(Reasons reasons) {
        this.reasons = reasons;
    }

    /** What happened, as a number. */
    public int what() {
        if ((reasons.status().read() & 1) != 0) {
            return 1;
        }
        return (reasons.status().read() & 2) != 0 ? 2 : 0; // expect VR205: is read once more
    }
}
