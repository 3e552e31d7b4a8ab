// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.BitMask;
import vireo.dsl.U64;

/**
 * xv6: of the features that the device offered the driver cleared seven that it knows and does not want, and accepted
 * all others, whatever they are. With each version of the device that offers a new one the driver agrees to a
 * protocol that it does not speak.
 */
public final class Xv6Features {
    private static final @BitMask @U64 long READ_ONLY = 0x20;
    private static final @BitMask @U64 long EVENT_INDEX = 0x2000_0000L;

    private Xv6Features() {}

    /** Chooses features. */
    public static void negotiate(DeviceLink link) {
        @BitMask @U64 long features = link.offeredFeatures();
        features = features & ~READ_ONLY;
        features = features & ~EVENT_INDEX;
        link.acceptFeatures(features); // expect VR703: Features are accepted that the device may not have offered
    }
}
