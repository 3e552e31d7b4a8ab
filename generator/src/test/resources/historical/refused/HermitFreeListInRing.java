// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Range;

/**
 * Hermit, split queue: the free descriptors were linked by the {@code next} fields of the descriptors themselves,
 * which the device can write. A device that changed one had the driver take a descriptor that was in use, or one that
 * does not exist.
 */
public final class HermitFreeListInRing {
    private static final int SIZE = 16;

    private final @Length("SIZE") DmaArray<Descriptor> descriptors;
    private @Range(max = SIZE - 1) int firstFree;

    /** All are free. */
    public HermitFreeListInRing(DmaMemory memory) throws DriverException {
        this.descriptors = memory.array(Descriptor.class, 0, SIZE);
        this.firstFree = 0;
        for (int i = 0; i < SIZE; i++) {
            descriptors.at(i).next().set((i + 1) & (SIZE - 1));
        }
    }

    /** Takes a free descriptor. */
    public @Range(max = SIZE - 1) int take() {
        int taken = firstFree;
        firstFree = descriptors.at(taken).next().get() & (SIZE - 1); // expect VR505: the device may have written since
        return taken;
    }
}
