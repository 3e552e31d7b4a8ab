// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Range;

/** Mended: the driver remembers the chain. */
public final class ZephyrFreedByRing {
    private static final int SIZE = 16;

    private final @Length("SIZE") DmaArray<Descriptor> descriptors;
    private final @Range(max = SIZE - 1) int[] next = new int[SIZE];
    private final @Range(max = SIZE) int[] count = new int[SIZE];
    private final boolean[] free = new boolean[SIZE];

    /** None is free. */
    public ZephyrFreedByRing(DmaMemory memory) throws DriverException {
        this.descriptors = memory.array(Descriptor.class, 0, SIZE);
    }

    /** Begins a chain. */
    public void begin(@Range(max = SIZE - 1) int head, @Range(min = 1, max = SIZE) int length) {
        count[head] = length;
    }

    /** Links two descriptors of a chain. */
    public void link(@Range(max = SIZE - 1) int from, @Range(max = SIZE - 1) int to) {
        next[from] = to;
        descriptors.at(from).next().set(to);
        descriptors.at(from).flags().set(Descriptor.NEXT);
    }

    /** Frees a chain. */
    public void free(@Range(max = SIZE - 1) int head) {
        int at = head;
        int length = count[head];
        for (int i = 0; i < length; i++) {
            free[at] = true;
            at = next[at];
        }
    }

    /** Whether a descriptor is in no chain. */
    public boolean isFree(@Range(max = SIZE - 1) int at) {
        return free[at];
    }
}
