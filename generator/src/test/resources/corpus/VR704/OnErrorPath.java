// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.U32;

/** Refuses where the feature is missing, and uses it in the catch clause. */
public final class OnErrorPath {
    private OnErrorPath() {}

    private static @U32 long read(Offer offer, Options options) throws DriverException {
        if (!offer.has(6)) {
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        return options.blockSize().read();
    }

    /** A block's size. */
    public static @U32 long blockSize(Offer offer, Options options) {
        try {
            return read(offer, options);
        } catch (DriverException e) {
            Log.warn("%s", e.errno());
            return options.blockSize().read(); // expect VR704: 'blockSize' is used where feature 6 is not known
        }
    }
}
