// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U8;

/** A view of more than came, read by a helper that trusts its length. */
public final class LongView {
    private static final int SIZE = 64;

    private LongView() {}

    private static @U8 int sum(DmaBytes bytes) {
        @U8 int sum = 0;
        for (int i = 0; i < bytes.length(); i++) {
            sum = (sum + bytes.get(i)) & 0xFF; // expect VR605: no number of delivered bytes bounds it
        }
        return sum;
    }

    /** The sum with the byte behind. */
    public static @U8 int all(@Length("SIZE") DmaBytes buffer, @Delivered @Range(max = 60) int length) {
        return sum(buffer.slice(0, length + 1));
    }
}
