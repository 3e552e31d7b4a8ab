// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Mended: each step in its order, and none taken back. */
@Linear
@Earned(tells = DeviceLink.ACKNOWLEDGE | DeviceLink.DRIVER, abandons = DeviceLink.FAILED)
public record SddfStatusOrder(DeviceLink link) {
    /** Finds a device. */
    public static SddfStatusOrder find(DeviceLink link) throws DriverException {
        link.reset();
        link.addStatus(DeviceLink.ACKNOWLEDGE);
        link.addStatus(DeviceLink.DRIVER);
        return new SddfStatusOrder(link);
    }

    /** Gives it up. */
    @Moves
    public void abandon() {
        link.addStatus(DeviceLink.FAILED);
    }
}
