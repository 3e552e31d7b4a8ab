// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U16;

/** Multiplied by too much where a step failed. */
public final class OnErrorPath {
    private OnErrorPath() {}

    /** Bytes. */
    public static int bytes(@U16 int number) {
        try {
            return Step.even(number);
        } catch (DriverException e) {
            return number * 65536; // expect VR301: may leave an int
        }
    }
}
