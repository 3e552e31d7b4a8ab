// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaArray;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.U32;

/** One helper tests an element by its name, another one reads it by its place. */
public final class ThroughHelpers {
    private ThroughHelpers() {}

    private static boolean isGood(Slot slot) {
        return slot.id().get() < 9;
    }

    private static @U32 long id(Slot other) {
        return other.id().get(); // expect VR602: read a second time
    }

    /** The id of the second slot. */
    public static @U32 long second(@Length("4") DmaArray<Slot> slots) throws DriverException {
        Slot slot = slots.at(1);
        if (!isGood(slot)) {
            throw new DriverException(Errno.EPROTO);
        }
        return id(slots.at(1));
    }
}
