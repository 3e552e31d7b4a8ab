// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A driver's copy of an entry. */
@SpecTable("demo#entry")
@DmaStruct(size = 16, align = 16) // the table is reported at the name
public record Layout( // expect VR210: it is aligned to 16 bytes, and to 8 in the table
        @At(0) Be64 address, // expect VR210: it is of type be64, and le64 in the table
        @At(8) Be32 length,
        @At(12) Le16 flags,
        @At(14) Le16 tag) { // expect VR210: it is of type le16, and u8 in the table; it is no array, and an array of 2 in the table
    /** Bytes. */
    public static final int SIZE = 32; // expect VR210: SIZE is 32, but Layout has 16 bytes.

    public static final @U64 long KIND = 0x72696E68_00000000L; // expect VR210: it is 0x72696e6800000000, and 0x72696e6700000000 in the table
}
