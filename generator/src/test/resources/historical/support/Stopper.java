// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DriverException;
import vireo.dsl.Log;

/** Stops a device, or sees to it that its memory is used by nobody else. */
public final class Stopper {
    private final DeviceLink link;
    private final Keeper keeper;

    /** Of a device whose memory the keeper takes back. */
    public Stopper(DeviceLink link, Keeper keeper) {
        this.link = link;
        this.keeper = keeper;
    }

    /** Stops it. */
    public void stop() {
        try {
            link.reset();
        } catch (DriverException e) {
            Log.error("device does not stop: %s", e.errno());
            keeper.keepAll();
        }
    }
}
