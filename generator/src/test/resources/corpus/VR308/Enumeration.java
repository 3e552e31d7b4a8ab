// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;

/** A choice among berths, one of which is a lane. */
public final class Enumeration {
    private static final @Berth int QUAY = 1;
    private static final @Lane int FAST = 2;

    private Enumeration() {}

    /** Which one. */
    public static int number(@Berth @Range(max = 7) int berth) {
        return switch (berth) {
            case QUAY -> 10;
            case FAST -> 20; // expect VR308: 'berth' is @Berth, and 'FAST' is @Lane.
            default -> 30;
        };
    }
}
