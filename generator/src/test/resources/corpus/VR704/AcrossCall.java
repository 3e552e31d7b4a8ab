// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** One of two callers has asked. */
public final class AcrossCall {
    private AcrossCall() {}

    private static @U32 long read(Options options) {
        return options.blockSize().read(); // expect VR704: 'blockSize' is used where feature 6 is not known
    }

    /** Asks. */
    public static @U32 long careful(Offer offer, Options options) {
        return offer.has(6) ? read(options) : 512;
    }

    /** Does not. */
    public static @U32 long careless(Options options) {
        return read(options);
    }
}
