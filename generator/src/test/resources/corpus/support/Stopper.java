// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.Quiesces;

/** Stops a device, whatever it takes; the cases share it. */
public final class Stopper {
    private final Link link;
    private boolean stopped;
    private boolean lost;

    /** Of a device. */
    public Stopper(Link link) {
        this.link = link;
        this.stopped = false;
        this.lost = false;
    }

    @Quiesces
    private void keepMemory() {
        lost = true;
    }

    /** Whether the memory has to be kept. */
    public boolean isLost() {
        return lost;
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
            keepMemory();
        }
    }
}
