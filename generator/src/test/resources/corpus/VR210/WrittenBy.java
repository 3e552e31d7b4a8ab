// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A driver's copy of a ring that believes that it writes it itself. */
@SpecTable("demo#ring")
@Ring(writer = Side.DRIVER, align = 8)
public record WrittenBy( // expect VR210: it is written by the driver, and by the device in the table
        @At(0) Le16 count, // expect VR210: it hands entries over in the table, and is not @Published
        @At(2) @Published Le16 flags, // expect VR210: it hands nothing over in the table
        @At(4) Le32 spare,
        @At(8) @Length("size") DmaArray<Le16> entries, // expect VR210: it is of type le16, and entry in the table
        @After("entries") Le16 closing) {}
