// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Range;

/** Mended: the list lies in memory that no device sees. */
public final class HermitFreeListInRing {
    private static final int SIZE = 16;

    private final @Range(max = SIZE - 1) int[] next = new int[SIZE];
    private @Range(max = SIZE - 1) int firstFree;

    /** All are free. */
    public HermitFreeListInRing() {
        this.firstFree = 0;
        for (int i = 0; i < SIZE; i++) {
            next[i] = (i + 1) & (SIZE - 1);
        }
    }

    /** Takes a free descriptor. */
    public @Range(max = SIZE - 1) int take() {
        int taken = firstFree;
        firstFree = next[taken];
        return taken;
    }
}
