// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/** The same as a loop. */
public final class Loop {
    private Loop() {}

    /** The sum of the numbers up to n. */
    public static @U32 long sum(@Range(min = 0, max = 100) int n) {
        @U32 long sum = 0;
        for (int i = 1; i <= n; i++) {
            sum = Uint32.wrappingAdd(sum, i);
        }
        return sum;
    }
}
