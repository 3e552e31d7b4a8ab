// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.InterruptHandler;
import vireo.dsl.U32;

/** Handler and thread choose windows by the same register. */
public final class Selecting implements InterruptHandler {
    private final Windowed device;

    /** Uses one device. */
    public Selecting(Windowed device) {
        this.device = device;
    }

    @Override
    public boolean interrupt(@U32 long source) {
        device.select().write(2); // expect VR802: and selects what other registers show
        return device.size().read() != 0;
    }

    /** The size of a queue. */
    public @U32 long size() {
        device.select().write(1);
        return device.size().read();
    }
}
