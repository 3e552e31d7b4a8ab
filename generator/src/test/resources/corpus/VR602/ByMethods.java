// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** One method tests, another one reads, and a third believes that they speak of the same value. */
public final class ByMethods {
    private final Slot slot;

    /** Looks at a slot. */
    public ByMethods(Slot slot) {
        this.slot = slot;
    }

    /** Whether the length is one. */
    public boolean isGood() {
        return slot.id().get() <= 1514;
    }

    /** The length. */
    public @U32 long length() {
        return slot.id().get(); // expect VR602: read a second time
    }

    /** The length, if it is one. */
    public @U32 long lengthOrZero() {
        return isGood() ? length() : 0;
    }
}
