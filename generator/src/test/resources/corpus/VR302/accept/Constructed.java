// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Below;
import vireo.dsl.Range;

/** Stores what a method needs before it calls it, on both paths. */
public final class Constructed {
    private final @Range(min = 1, max = 8) int divisor;
    private @Below("divisor") int next;
    private @Range(min = 2, max = 9) int step;
    private final int share;

    Constructed(@Range(min = 1, max = 8) int divisor, boolean wide) {
        this.divisor = divisor;
        this.next = 0;
        this.share = quotient(100);
        if (wide) {
            this.step = 9;
        } else {
            this.step = 2;
        }
        this.step = 1 + this.step / 2;
    }

    private int quotient(@Range(max = 1000) int whole) {
        return whole / divisor + next;
    }

    /** Goes on, and starts again where it must. */
    public void advance(boolean wide) {
        next = next + 1 < divisor ? next + 1 : 0;
        step = wide ? 9 : 2;
    }

    /** The share. */
    public int share() {
        return share / step;
    }
}
