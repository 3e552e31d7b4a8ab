// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A structure as the table has it. */
@SpecTable("demo#entry")
@DmaStruct(size = 16, align = 8)
public record Entries(@At(0) Le64 address, @At(8) Be32 length, @At(12) Le16 flags, @At(14) @Count(2) DmaArray<Octet> tag) {
    public static final @U64 long KIND = 0x72696E67_00000000L;
}
