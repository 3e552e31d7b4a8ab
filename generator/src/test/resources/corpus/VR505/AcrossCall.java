// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** A private method reads back for another one. */
public final class AcrossCall {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") DmaArray<Slot> slots;
    private final @Range(max = SLOTS - 1) int[] next = new int[SLOTS];
    private final @U32 long[] lengths = new long[SLOTS];
    private @Range(max = SLOTS - 1) int free;

    /** All free. */
    public AcrossCall(DmaMemory memory) throws DriverException {
        this.slots = memory.array(Slot.class, 0, SLOTS);
        this.free = 0;
        for (int i = 0; i < SLOTS; i++) {
            slots.at(i).id().set((i + 1) & (SLOTS - 1));
            next[i] = (i + 1) & (SLOTS - 1);
        }
    }

    /** The length of what follows a slot. */
    public @U32 long lengthAfter(@Range(max = SLOTS - 1) int slot) {
        return lengths[after(slot)]; // expect VR505: comes from memory that the driver wrote before
    }

    private @Range(max = SLOTS - 1) int after(@Range(max = SLOTS - 1) int slot) {
        return (int) (slots.at(slot).id().get() & (SLOTS - 1));
    }
}
