// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U16;

/** Calls itself where an error is handled. */
public final class InHandler {
    private InHandler() {}

    /** Tries again for ever. */
    public static @U16 int retry(@U16 int number) {
        try {
            return Step.even(number);
        } catch (DriverException e) {
            return retry(Step.halved(number)); // expect VR102: calls itself
        }
    }
}
