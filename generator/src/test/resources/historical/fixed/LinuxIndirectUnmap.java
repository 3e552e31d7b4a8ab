// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Log;

/** Mended: the table goes back on both paths. */
public final class LinuxIndirectUnmap {
    private LinuxIndirectUnmap() {}

    /** Ends a request. */
    public static void detach(Requests queue, DmaAllocator allocator, boolean premapped) throws DriverException {
        DmaMemory table = queue.complete();
        if (premapped) {
            Log.debug("buffers stay mapped");
        }
        allocator.free(table);
    }
}
