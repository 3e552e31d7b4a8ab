// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.U16;

/** Stops the device where all went well, and gives up where it did not. */
public final class OnErrorPath {
    private final Stopper stopper;

    /** For a device. */
    public OnErrorPath(Link link, Keeper keeper) {
        this.stopper = new Stopper(link, keeper);
    }

    /** Ends the wait. */
    public void end(@U16 int number) throws DriverException {
        try {
            if (Step.even(number) > 2) {
                stopper.stop();
            }
        } catch (DriverException e) {
            throw new DriverException(Errno.ETIMEDOUT); // expect VR406: The wait is given up
        }
    }
}
