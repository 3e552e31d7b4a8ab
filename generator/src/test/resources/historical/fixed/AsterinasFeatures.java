// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.BitMask;
import vireo.dsl.U64;

/** Mended: one set of features that are implemented, rings included. */
public final class AsterinasFeatures {
    private static final @BitMask @U64 long RINGS = 0x1_0000_0000L;

    private AsterinasFeatures() {}

    /** Chooses features. */
    public static void negotiate(DeviceLink link, @BitMask @U64 long implemented) {
        @BitMask @U64 long offered = link.offeredFeatures();
        link.acceptFeatures(offered & (implemented | RINGS));
    }
}
