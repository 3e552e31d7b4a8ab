// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Endian;
import vireo.dsl.U32;

/** Converted where it already was. */
public final class Twice {
    private Twice() {}

    /** The tag. */
    public static @U32 long tag(Slot slot) {
        @U32 long tag = slot.tag().get();
        return Endian.fromBe32(tag); // expect VR208: order
    }
}
