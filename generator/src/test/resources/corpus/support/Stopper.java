// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Log;

/** Stops a device, or sees to it that nobody uses its memory again; the cases share it. */
public final class Stopper {
    private final Link link;
    private final Keeper keeper;
    private boolean stopped;

    /** Of a device whose memory the keeper takes back. */
    public Stopper(Link link, Keeper keeper) {
        this.link = link;
        this.keeper = keeper;
        this.stopped = false;
    }

    /** Whether the device has finished. */
    public boolean hasFinished() {
        return link.status() == 0;
    }

    /** Stops it. */
    public void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            link.reset();
        } catch (DriverException e) {
            Log.error("not stopped: %s", e.errno());
            keeper.keepAll();
        }
    }
}
