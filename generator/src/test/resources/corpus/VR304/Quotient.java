// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.U16;
import vireo.dsl.U32;

/** Zero where the size is below 512. */
public final class Quotient {
    private Quotient() {}

    /** Segments. */
    public static @U32 long segments(@U32 long bytes, @U16 int largest) throws DriverException {
        int sectors = largest / 512;
        return bytes / sectors; // expect VR304: may be zero
    }
}
