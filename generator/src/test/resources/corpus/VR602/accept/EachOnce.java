// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/** Every element is read once. */
public final class EachOnce {
    private EachOnce() {}

    /** The sum of small numbers. */
    public static @U32 long sum(@Length("count") DmaBytes bytes, @Delivered @Range int count) {
        @U32 long sum = 0;
        for (int i = 0; i < count; i++) {
            int value = bytes.get(i);
            if (value < 16) {
                sum = Uint32.wrappingAdd(sum, value);
            }
        }
        for (int i = 0; i < count; i++) {
            sum = Uint32.wrappingAdd(sum, bytes.get(i));
        }
        return sum;
    }
}
