// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Nullable;
import vireo.dsl.U32;

/** Used without a look. */
public final class Direct {
    private Direct() {}

    /** Reads. */
    public static @U32 long status(@Nullable Uart uart) {
        return uart.status().read(); // expect VR307: may be null here
    }
}
