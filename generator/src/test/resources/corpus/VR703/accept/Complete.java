// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U64;

/** Each feature with those that it needs. */
public final class Complete {
    private static final @BitMask @U64 long LARGE = 1L << Traffic.SUMS | 1L << Traffic.LARGE_TOO;
    private static final @BitMask @U64 long ALL = LARGE | 1L << Traffic.CONGESTION;

    private Complete() {}

    private static void choose(Link link, @BitMask @U64 long wanted) {
        link.accept(link.offered() & wanted);
    }

    /** Tries twice. */
    public static void twice(Link link, boolean carefully) {
        for (int i = 0; i < 2; i++) {
            choose(link, carefully ? LARGE : ALL);
        }
    }

    /** Takes some away. */
    public static void fewer(Link link, @BitMask @U64 long but) {
        link.accept(link.offered() & ALL & ~but);
    }
}
