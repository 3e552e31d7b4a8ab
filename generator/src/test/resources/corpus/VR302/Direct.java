// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U64;

/** A cast that loses bits. */
public final class Direct {
    private Direct() {}

    /** The low part, as it happens. */
    public static int low(@U64 long value) {
        long masked = value >>> 1;
        return (int) masked; // expect VR302: may lose bits
    }
}
