// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Discardable;
import vireo.dsl.Range;

/** The constructor hands itself out, and is asked before it is complete. */
public final class EarlyEscape {
    private @Range(min = 1, max = 8) int divisor;

    EarlyEscape(@Range(min = 1, max = 8) int divisor, boolean now) {
        ask(this); // expect VR302: This call may read the field 'divisor' before the constructor has stored it.
        if (now) {
            this.divisor = 2;
        }
        this.divisor = divisor;
    }

    @Discardable
    private static int ask(EarlyEscape other) {
        return 100 / other.divisor;
    }
}
