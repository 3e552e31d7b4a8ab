// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;

/** The constructor reads a field that it has not stored yet. */
public final class EarlyRead {
    private @Range(min = 1, max = 8) int divisor;
    private final int share;

    EarlyRead(@Range(min = 1, max = 8) int divisor) {
        this.share = 100 / this.divisor; // expect VR302: The field 'divisor' is read before the constructor has stored it.
        this.divisor = divisor;
    }

    /** The share. */
    public int share() {
        return share / divisor;
    }
}
