// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/** Calls itself. */
public final class Direct {
    private Direct() {}

    /** The sum of the numbers up to n. */
    public static @U32 long sum(@Range(min = 0, max = 100) int n) {
        if (n == 0) {
            return 0;
        }
        return Uint32.wrappingAdd(sum(n - 1), n); // expect VR102: calls itself
    }
}
