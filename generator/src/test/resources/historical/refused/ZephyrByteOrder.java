// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.Range;

/**
 * Zephyr, pull request 115008: numbers in the device's byte order were used as array indices, and descriptors' fields
 * stored without conversion. On a big-endian machine the driver wrote far outside of its tables, and no device
 * understood its descriptors; on all others it worked.
 */
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
        descriptors.at(from).next().setRaw(to); // expect VR208: takes little-endian order
    }

    /** Whether the device may give this one back. */
    public boolean isExpected(UsedElement element) {
        return inFlight[(int) (element.id().raw() & (SIZE - 1))]; // expect VR208: little-endian
    }
}
