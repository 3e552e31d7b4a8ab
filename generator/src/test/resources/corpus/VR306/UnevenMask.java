// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.FreeRunning;
import vireo.dsl.U16;

/** Indices that skip entries. */
public final class UnevenMask {
    private static final int SIZE = 8;

    private UnevenMask() {}

    /** Bits 0 and 2. */
    public static @U16 int literal(@FreeRunning @U16 int index) {
        return index & 5; // expect VR306: does not cut the free-running counter
    }

    /** The size in place of the size less one. */
    public static @U16 int constant(@FreeRunning @U16 int index) {
        return index & SIZE; // expect VR306: does not cut the free-running counter
    }

    /** Some number. */
    public static @U16 int variable(@FreeRunning @U16 int index, @U16 int number) {
        return index & number; // expect VR306: does not cut the free-running counter
    }
}
