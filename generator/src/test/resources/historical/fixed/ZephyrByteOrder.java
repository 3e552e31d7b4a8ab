// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U32;

/** Mended: what is stored is converted, and what the driver calculates with never was. */
public final class ZephyrByteOrder {
    private static final int SIZE = 256;

    private final @Length("SIZE") DmaArray<Descriptor> descriptors;
    private final boolean[] inFlight = new boolean[SIZE];

    /** A table. */
    public ZephyrByteOrder(DmaMemory memory) throws DriverException {
        this.descriptors = memory.array(Descriptor.class, 0, SIZE);
    }

    /** Links two descriptors. */
    public void link(@Range(max = SIZE - 1) int from, @Range(max = SIZE - 1) int to) {
        descriptors.at(from).next().set(to);
        inFlight[from] = true;
    }

    /** Whether the device may give this one back. */
    public boolean isExpected(UsedElement element) {
        @U32 long id = element.id().get();
        return id < SIZE && inFlight[(int) id];
    }
}
