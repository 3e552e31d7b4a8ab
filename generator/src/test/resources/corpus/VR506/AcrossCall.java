// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U16;

/** A private method relies on its callers, of which one has not looked. */
public final class AcrossCall {
    private AcrossCall() {}

    /** Offers something. */
    public static void offer(@Length("size") Offers offers, @Range(min = 1, max = 256) int size, @FreeRunning @U16 int at) {
        if ((size & (size - 1)) == 0) {
            put(offers, size, at);
        }
    }

    /** Offers something. */
    public static void offerAnyway(@Length("size") Offers offers, @Range(min = 1, max = 256) int size, @FreeRunning @U16 int at) {
        put(offers, size, at);
    }

    private static void put(@Length("size") Offers offers, @Range(min = 1, max = 256) int size, @FreeRunning @U16 int at) {
        offers.entries().at(at & (size - 1)).set(1); // expect VR506: which is not known to be a power of two
    }
}
