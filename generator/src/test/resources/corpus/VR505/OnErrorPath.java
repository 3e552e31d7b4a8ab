// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.U8;

/** The private list is right, and on one way it is not asked. */
public final class OnErrorPath {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") DmaArray<Slot> slots;
    private final @Range(max = SLOTS - 1) int[] next = new int[SLOTS];
    private final @U32 long[] lengths = new long[SLOTS];
    private @Range(max = SLOTS - 1) int free;

    /** All free. */
    public OnErrorPath(DmaMemory memory) throws DriverException {
        this.slots = memory.array(Slot.class, 0, SLOTS);
        this.free = 0;
        for (int i = 0; i < SLOTS; i++) {
            slots.at(i).id().set((i + 1) & (SLOTS - 1));
            next[i] = (i + 1) & (SLOTS - 1);
        }
    }

    /** The length of what follows a slot. */
    public @U32 long lengthAfter(@U8 int number) throws DriverException {
        int slot = number & (SLOTS - 1);
        try {
            slot = next[Step.even(number) & (SLOTS - 1)];
        } catch (DriverException e) {
            @U32 long there = slots.at(number & (SLOTS - 1)).id().get();
            if (there >= SLOTS) {
                throw e;
            }
            slot = (int) there;
        }
        return lengths[slot]; // expect VR505: comes from memory that the driver wrote before
    }
}
