// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Log;
import vireo.dsl.U32;

/** Reads again where the first value was wrong. */
public final class OnErrorPath {
    private final Slot slot;
    private @U32 long last;

    /** Uses one slot. */
    public OnErrorPath(DmaMemory memory) throws DriverException {
        this.slot = memory.struct(Slot.class, 0);
        this.last = 0;
    }

    /** Takes an id. */
    public @U32 long take() {
        @U32 long id = slot.id().get();
        if (id > 16) {
            Log.warn("odd id %u", slot.id().get()); // expect VR602: is read a second time, after a first value of it was tested
            return 0;
        }
        return id;
    }
}
