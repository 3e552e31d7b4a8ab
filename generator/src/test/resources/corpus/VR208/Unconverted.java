// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** A number stored where bytes in the device's order belong. */
public final class Unconverted {
    private Unconverted() {}

    /** Sets the tag. */
    public static void tag(Slot slot, @U32 long tag) {
        slot.tag().setRaw(tag); // expect VR208: takes big-endian order
    }
}
