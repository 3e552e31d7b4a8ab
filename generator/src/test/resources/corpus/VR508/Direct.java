// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;

/** A structure that wants eight bytes lies at four. */
public final class Direct {
    private Direct() {}

    /** A slot. */
    public static void clear(DmaMemory memory) throws DriverException {
        memory.struct(Slot.class, 4).id().set(0); // expect VR508: no multiple of 8
    }
}
