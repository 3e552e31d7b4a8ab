// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** The free list runs through device-visible memory. */
public final class FreeList {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") DmaArray<Slot> slots;
    private final @Range(max = SLOTS - 1) int[] next = new int[SLOTS];
    private final @U32 long[] lengths = new long[SLOTS];
    private @Range(max = SLOTS - 1) int free;

    /** All free. */
    public FreeList(DmaMemory memory) throws DriverException {
        this.slots = memory.array(Slot.class, 0, SLOTS);
        this.free = 0;
        for (int i = 0; i < SLOTS; i++) {
            slots.at(i).id().set((i + 1) & (SLOTS - 1));
            next[i] = (i + 1) & (SLOTS - 1);
        }
    }

    /** Takes a slot. */
    public int take(@U32 long length) {
        int slot = free;
        free = (int) (slots.at(slot).id().get() & (SLOTS - 1)); // expect VR505: comes from memory that the driver wrote before
        lengths[slot] = length; // expect VR505: comes from memory that the driver wrote before
        return slot;
    }
}
