// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.InterruptHandler;
import vireo.dsl.U32;
import vireo.dsl.U8;

/** A flag that the handler looks at and the thread sets where something fails. */
public final class OnErrorPath implements InterruptHandler {
    private boolean stopped;

    /** Runs. */
    public OnErrorPath() {
        this.stopped = false;
    }

    /** Takes an interrupt while the device runs. */
    @Override
    public boolean interrupt(@U32 long source) {
        if (stopped) {
            return false;
        }
        return true;
    }

    /** Tries something. */
    public int run(@U8 int number) {
        try {
            return Step.even(number);
        } catch (DriverException e) {
            stopped = true; // expect VR802: The field 'stopped' is written here
            return 0;
        }
    }
}
