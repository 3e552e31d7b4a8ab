// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U16;
import vireo.dsl.U8;

/** The result of the error path does not fit. */
public final class OnErrorPath {
    private OnErrorPath() {}

    /** Bytes. */
    public static @U8 int small(@U16 int number) {
        try {
            return Step.even(number) & 0xFF;
        } catch (DriverException e) {
            return number; // expect VR302: may not fit the result
        }
    }
}
