// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.FreeRunning;
import vireo.dsl.U16;

/** Only whether something changed. */
public final class EqualOnly {
    private EqualOnly() {}

    /** Whether the index moved. */
    public static boolean moved(@FreeRunning @U16 int before, @FreeRunning @U16 int after) {
        return before != after;
    }
}
