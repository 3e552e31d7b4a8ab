// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U16;

/** Allocates in what it calls. */
public final class AcrossCall {
    private AcrossCall() {}

    /** A request. */
    public static @U16 int submit() throws DriverException {
        Buffer buffer = prepared(); // expect VR104: by way of
        return buffer.used();
    }

    private static Buffer prepared() throws DriverException {
        return new Buffer();
    }
}
