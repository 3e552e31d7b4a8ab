// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DriverException;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Log;
import vireo.dsl.U32;

/** Memory is allocated where there is none left. */
public final class OnErrorPath implements InterruptHandler {
    private final DmaAllocator allocator;

    /** Uses an allocator. */
    public OnErrorPath(DmaAllocator allocator) {
        this.allocator = allocator;
    }

    /** Tries its best. */
    @Override
    public boolean interrupt(@U32 long source) {
        try {
            if (Step.even(4) == 4) {
                return true;
            }
            return false;
        } catch (DriverException e) {
            Log.warn("odd: %s", e.errno());
            return refill();
        }
    }

    private boolean refill() {
        try {
            allocator.free(allocator.allocate(64, 64)); // expect VR801: may wait
            return true;
        } catch (DriverException e) {
            Log.warn("no memory: %s", e.errno());
            return false;
        }
    }
}
