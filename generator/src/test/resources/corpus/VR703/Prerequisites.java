// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U64;

/** Features without those that they need. */
public final class Prerequisites {
    private static final @BitMask @U64 long LARGE_ONLY = 1L << Traffic.LARGE;
    private static final @BitMask @U64 long NEITHER = 1L << Traffic.SUMS | 1L << Traffic.CONGESTION;

    private Prerequisites() {}

    private static void choose(Link link, @BitMask @U64 long wanted) {
        link.accept(link.offered() & wanted);
    }

    /** Without the sums. */
    public static void first(Link link) {
        link.accept(link.offered() & LARGE_ONLY); // expect VR703: 'LARGE' is accepted without feature 0
    }

    /** Without either, across a call. */
    public static void second(Link link) {
        choose(link, NEITHER); // expect VR703: 'CONGESTION' is accepted without feature 11 or 12
    }
}
