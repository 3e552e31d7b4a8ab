// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.InterruptHandler;
import vireo.dsl.U32;

/** Handler and thread write the same cell of shared memory. */
public final class SharedCell implements InterruptHandler {
    private final Slot slot;

    /** Uses one slot. */
    public SharedCell(Slot slot) {
        this.slot = slot;
    }

    @Override
    public boolean interrupt(@U32 long source) {
        slot.id().set(1); // expect VR802: The cell 'id' is written here
        return true;
    }

    /** Offers another one. */
    public void offer() {
        slot.id().set(2);
        slot.tag().set(3);
    }
}
