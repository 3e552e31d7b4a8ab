// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Completed;
import vireo.dsl.DriverException;

/** A number is handed out as that of a request, unseen. */
public final class SaidToBe {
    private final GivenBack returned;
    private int taken;

    /** Takes what is given back. */
    public SaidToBe(GivenBack returned) {
        this.returned = returned;
        this.taken = 0;
    }

    /** What came back. */
    public Finish next() throws DriverException {
        taken = 1;
        @Completed int request = returned.take(); // expect VR605: no request that the device gave back
        return new Finish(request, 0, 0); // expect VR603: before one was looked at there
    }
}
