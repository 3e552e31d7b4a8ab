// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.U32;

/** Another method reads again. */
public final class AcrossCall {
    private final Slot slot;
    private @U32 long last;

    /** Uses one slot. */
    public AcrossCall(DmaMemory memory) throws DriverException {
        this.slot = memory.struct(Slot.class, 0);
        this.last = 0;
    }

    /** Takes an id. */
    public void take() {
        if (slot.id().get() <= 16) {
            keep();
        }
    }

    private void keep() {
        last = slot.id().get(); // expect VR602: is read a second time, after a first value of it was tested
    }
}
