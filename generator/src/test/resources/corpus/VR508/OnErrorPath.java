// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Log;

/** The second try lies wrong. */
public final class OnErrorPath {
    private OnErrorPath() {}

    /** A slot. */
    public static void clear(DmaMemory memory) throws DriverException {
        try {
            memory.struct(Slot.class, 4096).id().set(0);
        } catch (DriverException e) {
            Log.warn("small memory: %s", e.errno());
            memory.struct(Slot.class, 12).id().set(0); // expect VR508: no multiple of 8
        }
    }
}
