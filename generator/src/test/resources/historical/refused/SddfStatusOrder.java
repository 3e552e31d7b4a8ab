// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/**
 * sDDF, virtio network driver: each step of the initialisation was written by itself, and took back those before.
 * When the device was asked to agree to the features it saw a driver, but nobody who had noticed it; in the end
 * DRIVER_OK, and nothing else. Some devices do not mind, others stay silent.
 */
@Linear
@Earned(tells = DeviceLink.ACKNOWLEDGE | DeviceLink.DRIVER, abandons = DeviceLink.FAILED)
public record SddfStatusOrder(DeviceLink link) {
    /** Finds a device; of its two steps the last one is left. */
    public static SddfStatusOrder find(DeviceLink link) throws DriverException {
        link.reset();
        link.addStatus(DeviceLink.DRIVER);
        return new SddfStatusOrder(link); // expect VR701: has not told the device: bit 0
    }

    /** Gives it up. */
    @Moves
    public void abandon() {
        link.addStatus(DeviceLink.FAILED);
    }
}
