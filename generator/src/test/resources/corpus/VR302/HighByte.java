// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Length;
import vireo.dsl.U32;

/** A mask that lets more through than a byte holds. */
public final class HighByte {
    private HighByte() {}

    /** Stores a byte of a number. */
    public static void store(@Length("1") byte[] to, @U32 long word) {
        to[0] = (byte) (word & 0x1FF); // expect VR302: The cast may lose bits
    }
}
