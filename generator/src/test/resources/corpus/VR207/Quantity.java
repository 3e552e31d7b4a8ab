// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.U16;

/** Masks taken for quantities. */
public final class Quantity {
    private Quantity() {}

    /** Adds bits, which carry where they are set. */
    public static @BitMask int both(@BitMask @U16 int first, @BitMask @U16 int second) {
        return first + second; // expect VR207: Arithmetic on the mask 'first'
    }

    /** Orders them. */
    public static boolean more(@BitMask @U16 int first) {
        return first > 0x3; // expect VR207: An order comparison of the mask 'first'
    }
}
