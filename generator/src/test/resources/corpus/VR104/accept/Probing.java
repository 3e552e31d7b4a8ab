// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.Probe;
import vireo.dsl.U8;

/** Allocates while probing, in a counted loop. */
public final class Probing {
    private Probing() {}

    /** Finds devices. */
    @Probe
    public static void probe(@U8 int devices) throws DriverException {
        for (int i = 0; i < devices; i++) {
            Buffer buffer = prepared();
            Log.info("%u", buffer.used());
        }
    }

    private static Buffer prepared() throws DriverException {
        return new Buffer();
    }
}
