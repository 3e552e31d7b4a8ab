// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U64;

/** Adds a feature behind the choice. */
public final class Variable {
    private Variable() {}

    /** One more than both want. */
    public static void more(Link link, @BitMask @U64 long implemented) {
        @BitMask @U64 long both = link.offered() & implemented;
        @BitMask @U64 long chosen = both | 0x20;
        link.accept(chosen); // expect VR703: Features are accepted that the device may not have offered
    }
}
