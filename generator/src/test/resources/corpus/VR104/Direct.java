// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U16;

/** Allocates on a request path. */
public final class Direct {
    private Direct() {}

    /** A request. */
    public static @U16 int submit() throws DriverException {
        Buffer buffer = new Buffer(); // expect VR104: allocates an object
        return buffer.used();
    }
}
