// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.BitMask;
import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U64;

/**
 * rcore-os/virtio-drivers, begin_init: FEATURES_OK was written and not read back. A device that does not agree leaves
 * the bit at 0, and the driver used features all the same that the device had refused.
 */
@Linear
@Earned(
        tells = DeviceLink.ACKNOWLEDGE | DeviceLink.DRIVER | DeviceLink.FEATURES_OK,
        confirms = DeviceLink.FEATURES_OK,
        abandons = DeviceLink.FAILED)
public record RcoreFeaturesNotConfirmed(DeviceLink link) {
    /** Agrees on features. */
    public static RcoreFeaturesNotConfirmed begin(DeviceLink link, @BitMask @U64 long implemented) throws DriverException {
        link.reset();
        link.addStatus(DeviceLink.ACKNOWLEDGE | DeviceLink.DRIVER);
        link.acceptFeatures(link.offeredFeatures() & implemented);
        link.addStatus(DeviceLink.FEATURES_OK);
        return new RcoreFeaturesNotConfirmed(link); // expect VR701: has not seen the device accept bit 3
    }

    /** Gives it up. */
    @Moves
    public void abandon() {
        link.addStatus(DeviceLink.FAILED);
    }
}
