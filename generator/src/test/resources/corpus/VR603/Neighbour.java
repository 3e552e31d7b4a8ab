// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Range;

/** One record is looked at, and its neighbour changes. */
public final class Neighbour {
    private final GivenBack returned;
    private final boolean[] busy = new boolean[8];

    /** Takes what is given back. */
    public Neighbour(GivenBack returned) {
        this.returned = returned;
    }

    /** Begins a request. */
    public void start(@Range(max = 7) int request) {
        busy[request] = true;
    }

    /** Ends one. */
    public void finish() throws DriverException {
        int request = returned.take();
        if (!busy[request]) {
            throw new DriverException(Errno.EPROTO);
        }
        busy[(request + 1) & 7] = false; // expect VR603: before one was looked at there
    }
}
