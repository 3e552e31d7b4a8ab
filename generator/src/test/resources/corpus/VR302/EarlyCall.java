// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;

/** A method that the constructor calls reads what is not stored yet. */
public final class EarlyCall {
    private final @Range(min = 1, max = 8) int divisor;
    private final int share;

    EarlyCall(@Range(min = 1, max = 8) int divisor) {
        this.share = quotient(100); // expect VR302: This call may read the field 'divisor' before the constructor has stored it.
        this.divisor = divisor;
    }

    private int quotient(@Range(max = 1000) int whole) {
        return whole / divisor;
    }

    /** The share. */
    public int share() {
        return share;
    }
}
