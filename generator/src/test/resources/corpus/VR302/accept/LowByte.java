// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;

/** A cast to byte keeps the low eight bits: a mask says that nothing else is there. */
public final class LowByte {
    private static final int LOW = 0xFF;

    private LowByte() {}

    /** Stores bytes of numbers. */
    public static void store(@Length("4") byte[] to, @U32 long word, @U16 int half) {
        to[0] = (byte) (word & 0xFF);
        to[1] = (byte) (word >> 8 & LOW);
        to[2] = (byte) (half & 0xFF);
        to[3] = (byte) (0x7F & half);
    }
}
