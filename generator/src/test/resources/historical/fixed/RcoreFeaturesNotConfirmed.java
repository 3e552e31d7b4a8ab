// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.BitMask;
import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U64;

/** Mended: the device is asked whether it agrees. */
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
        if ((link.status() & DeviceLink.FEATURES_OK) == 0) {
            link.addStatus(DeviceLink.FAILED);
            throw new DriverException(Errno.EOPNOTSUPP);
        }
        return new RcoreFeaturesNotConfirmed(link);
    }

    /** Gives it up. */
    @Moves
    public void abandon() {
        link.addStatus(DeviceLink.FAILED);
    }
}
