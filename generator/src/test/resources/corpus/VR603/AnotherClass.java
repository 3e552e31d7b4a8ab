// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Range;

/** The number comes from another class, and nobody asks whether the request was made. */
public final class AnotherClass {
    private final GivenBack returned;
    private final boolean[] busy = new boolean[8];

    /** Takes what is given back. */
    public AnotherClass(GivenBack returned) {
        this.returned = returned;
    }

    /** Begins a request. */
    public void start(@Range(max = 7) int request) {
        busy[request] = true;
    }

    /** Ends one. */
    public void finish() throws DriverException {
        int request = returned.take();
        busy[request] = false; // expect VR603: before one was looked at there
    }
}
