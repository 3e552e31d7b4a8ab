// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.BitMask;
import vireo.dsl.U64;

/** Mended: those that the driver implements, and no others. */
public final class Xv6Features {
    private static final @BitMask @U64 long READ_ONLY = 0x20;

    private Xv6Features() {}

    /** Chooses features. */
    public static void negotiate(DeviceLink link) {
        @BitMask @U64 long features = link.offeredFeatures();
        link.acceptFeatures(features & READ_ONLY);
    }
}
