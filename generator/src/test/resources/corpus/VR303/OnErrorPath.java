// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U16;

/** Compared on the way that succeeds only. */
public final class OnErrorPath {
    private OnErrorPath() {}

    /** A byte. */
    public static int at(byte[] data, @U16 int index) {
        try {
            if (Step.even(index) < data.length) {
                return data[index];
            }
            return 0;
        } catch (DriverException e) {
            return data[index]; // expect VR303: not known to be below
        }
    }
}
