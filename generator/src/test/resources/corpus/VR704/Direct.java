// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** Reads what may not be there. */
public final class Direct {
    private Direct() {}

    /** A block's size. */
    public static @U32 long blockSize(Options options) {
        return options.blockSize().read(); // expect VR704: 'blockSize' is used where feature 6 is not known to be negotiated
    }
}
