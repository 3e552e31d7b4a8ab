// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Window;

/** Writes the configuration of a device that has agreed, or that works already. */
public final class Written {
    private final Modes modes;

    /** For a device that works. */
    public Written(Running device, Window window) throws DriverException {
        this.modes = device.link().modes(window);
    }

    /** Chooses a mode. */
    public void choose() {
        if (modes.speed().read() > 10) {
            modes.mode().write(1);
        }
    }

    /** Chooses a mode early. */
    public static void chooseFor(Agreed agreed, Window window) throws DriverException {
        agreed.link().modes(window).mode().write(2);
    }
}
