// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Range;

/**
 * Zephyr, virtio driver: the interrupt routine walked the descriptors of a chain that had come back by what the ring
 * says, flags and {@code next}, to free them. The device can write there: it could have descriptors freed that were
 * in use, or freed for ever.
 */
public final class ZephyrFreedByRing {
    private static final int SIZE = 16;

    private final @Length("SIZE") DmaArray<Descriptor> descriptors;
    private final boolean[] free = new boolean[SIZE];

    /** None is free. */
    public ZephyrFreedByRing(DmaMemory memory) throws DriverException {
        this.descriptors = memory.array(Descriptor.class, 0, SIZE);
    }

    /** Links two descriptors of a chain. */
    public void link(@Range(max = SIZE - 1) int from, @Range(max = SIZE - 1) int to) {
        descriptors.at(from).next().set(to);
        descriptors.at(from).flags().set(Descriptor.NEXT);
    }

    /** Frees a chain. */
    public void free(@Range(max = SIZE - 1) int head) {
        int at = head;
        for (int i = 0; i < SIZE; i++) {
            free[at] = true; // expect VR505: the device may have written since
            if ((descriptors.at(at).flags().get() & Descriptor.NEXT) == 0) { // expect VR505: 'at' comes from memory
                return;
            }
            at = descriptors.at(at).next().get() & (SIZE - 1); // expect VR505: 'at' comes from memory
        }
    }
}
