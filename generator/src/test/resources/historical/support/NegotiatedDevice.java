// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Earned;
import vireo.dsl.Exposes;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** A device that has agreed to the driver's features. */
@Linear
@Earned(tells = DeviceLink.ACKNOWLEDGE | DeviceLink.DRIVER, abandons = DeviceLink.FAILED)
public record NegotiatedDevice(DeviceLink link) {
    /** Sets the device to work. */
    @Moves
    @Exposes
    public LiveDevice start() {
        link.addStatus(DeviceLink.DRIVER_OK);
        return new LiveDevice(link);
    }

    /** Gives it up. */
    @Moves
    public void abandon() {
        link.addStatus(DeviceLink.FAILED);
    }
}
