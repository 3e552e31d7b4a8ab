// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** Asks for one feature, and uses another. */
public final class OtherFeature {
    private OtherFeature() {}

    /** A block's size. */
    public static @U32 long blockSize(Offer offer, Options options) {
        if (offer.has(9)) {
            return options.blockSize().read(); // expect VR704: 'blockSize' is used where feature 6 is not known
        }
        offer.flush(); // expect VR704: The method is used where feature 9 is not known
        return 512;
    }
}
