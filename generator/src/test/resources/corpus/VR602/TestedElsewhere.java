// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.U32;

/** Another method tests, this one uses what is there then. */
public final class TestedElsewhere {
    private final Slot slot;
    private @U32 long last;

    /** Uses one slot. */
    public TestedElsewhere(DmaMemory memory) throws DriverException {
        this.slot = memory.struct(Slot.class, 0);
        this.last = 0;
    }

    /** Takes an id. */
    public void take() {
        if (isFine()) {
            last = slot.id().get(); // expect VR602: is read a second time, after a first value of it was tested
        }
    }

    private boolean isFine() {
        @U32 long id = slot.id().get();
        if (id > 16) {
            return false;
        }
        return true;
    }
}
