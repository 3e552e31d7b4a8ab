// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** A private method gives up for two callers, of which one has stopped the device. */
public final class AcrossCall {
    private final Stopper stopper;

    /** For a device. */
    public AcrossCall(Link link, Keeper keeper) {
        this.stopper = new Stopper(link, keeper);
    }

    private void giveUp() throws DriverException {
        throw new DriverException(Errno.ETIMEDOUT); // expect VR406: The wait is given up
    }

    /** Stops. */
    public void first() throws DriverException {
        stopper.stop();
        giveUp();
    }

    /** Does not. */
    public void second() throws DriverException {
        if (!stopper.hasFinished()) {
            giveUp();
        }
    }
}
