// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A driver's copy of the feature bits. */
@SpecTable("demo#features")
public final class Bits {
    public static final @BitNumber int CHECKSUM = 4; // expect VR210: it is bit 4, and bit 3 in the table

    /** The number of the bit, where its mask is declared. */
    public static final @BitMask @U64 long LANES = 5; // expect VR210: it is 5, and bit 5 in the table: 0x20

    public static final @BitMask @U64 long WIDE = 1L << 32; // expect VR210: it is 0x100000000, and bit 33 in the table: 0x200000000

    private Bits() {}
}
