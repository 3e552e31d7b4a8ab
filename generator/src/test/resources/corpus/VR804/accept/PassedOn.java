// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U16;

/** The error goes on to the caller. */
public final class PassedOn {
    private PassedOn() {}

    /** Tries. */
    public static @U16 int run(@U16 int number) throws DriverException {
        return Step.even(number);
    }
}
