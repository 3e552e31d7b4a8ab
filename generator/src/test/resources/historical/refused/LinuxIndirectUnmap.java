// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;

/**
 * Linux, CVE-2024-27066: where a packed ring's request went through an indirect table and the table was mapped for it
 * beforehand, the completion returned without unmapping the table. Every such request leaked one mapping, until there
 * were none left for anybody.
 */
public final class LinuxIndirectUnmap {
    private LinuxIndirectUnmap() {}

    /** Ends a request. */
    public static void detach(Requests queue, DmaAllocator allocator, boolean premapped) throws DriverException {
        DmaMemory table = queue.complete(); // expect VR402: 'table' is owned here, and not consumed on every path
        if (premapped) {
            return;
        }
        allocator.free(table);
    }
}
