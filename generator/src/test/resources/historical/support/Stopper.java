// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.Quiesces;

/** Stops a device, or sees to it that its memory is used by nobody else. */
public final class Stopper {
    private final DeviceLink link;
    private boolean isLost;

    /** Of a device. */
    public Stopper(DeviceLink link) {
        this.link = link;
        this.isLost = false;
    }

    /** Whether the device's memory has to stay with it. */
    public boolean isLost() {
        return isLost;
    }

    @Quiesces
    private void keepMemory() {
        isLost = true;
    }

    /** Stops it. */
    public void stop() {
        try {
            link.reset();
        } catch (DriverException e) {
            Log.error("device does not stop: %s", e.errno());
            keepMemory();
        }
    }
}
