// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** The list lies in private memory; the device gets a copy. */
public final class PrivateList {
    private static final int SLOTS = 16;

    private final @Length("SLOTS") DmaArray<Slot> slots;
    private final @Range(max = SLOTS - 1) int[] next = new int[SLOTS];
    private final @U32 long[] lengths = new long[SLOTS];
    private @Range(max = SLOTS - 1) int free;

    /** All free. */
    public PrivateList(DmaMemory memory) throws DriverException {
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
        free = next[slot];
        lengths[slot] = length;
        slots.at(slot).id().set(free);
        return slot;
    }

    /** Whether the device has changed what was written; nothing is indexed with it. */
    public boolean isChanged(@Range(max = SLOTS - 1) int slot) {
        return slots.at(slot).id().get() != next[slot];
    }

    /** What only the device writes may be used, once it is checked. */
    public @U32 long lengthOf(@Range(max = SLOTS - 1) int slot) {
        return lengths[(int) (slots.at(slot).tag().get() & (SLOTS - 1))];
    }
}
