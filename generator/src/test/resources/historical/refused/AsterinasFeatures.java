// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.BitMask;
import vireo.dsl.U64;

/**
 * Asterinas: what a device's driver did not want was masked out of the offered features where they concern the
 * device; those of the transport and the rings passed as they were. The driver agreed to ring layouts that its queues
 * do not have.
 */
public final class AsterinasFeatures {
    private static final @BitMask @U64 long DEVICE = 0xFF_FFFFL;

    private AsterinasFeatures() {}

    /** Chooses features. */
    public static void negotiate(DeviceLink link, @BitMask @U64 long implemented) {
        @BitMask @U64 long offered = link.offeredFeatures();
        @BitMask @U64 long ofDevice = offered & DEVICE & implemented;
        @BitMask @U64 long ofRings = offered & ~DEVICE;
        link.acceptFeatures(ofRings | ofDevice); // expect VR703: Features are accepted that the device may not have offered
    }
}
