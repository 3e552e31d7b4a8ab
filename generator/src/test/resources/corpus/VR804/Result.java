// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Halves;

/** A result that nobody looks at. */
public final class Result {
    private Result() {}

    /** Halves. */
    public static void run() {
        Step.halved(4); // expect VR804: is ignored
    }
}
