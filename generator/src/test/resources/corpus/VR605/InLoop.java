// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/** Goes one byte too far. */
public final class InLoop {
    private static final int SIZE = 64;

    private InLoop() {}

    /** The sum of what came. */
    public static @U32 long sum(@Length("SIZE") DmaBytes buffer, @Delivered @Range(max = SIZE) int length) {
        @U32 long sum = 0;
        for (int i = 0; i <= length && i < SIZE; i++) {
            sum = Uint32.wrappingAdd(sum, buffer.get(i)); // expect VR605: no number of delivered bytes bounds it
        }
        return sum;
    }
}
