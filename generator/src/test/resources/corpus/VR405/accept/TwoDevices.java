// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Leak;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;

/** Two devices, each with memory of its own: each piece waits for its device only. */
@Linear
public final class TwoDevices {
    private final Engine left;
    private final Engine right;
    private final DmaMemory first;
    private final DmaMemory second;

    /** Takes the memory over, and lets both devices go. */
    public TwoDevices(Engine left, Engine right, @Moves DmaMemory first, @Moves DmaMemory second) {
        this.left = left;
        this.right = right;
        this.first = first;
        this.second = second;
        left.go(first.physical());
        right.go(second.physical());
    }

    private static boolean hasStopped(Engine engine) {
        try {
            engine.halt();
            return true;
        } catch (DriverException e) {
            Log.error("not stopped: %s", e.errno());
            return false;
        }
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        if (hasStopped(left)) {
            allocator.free(first);
        } else {
            Leak.forGood(first);
        }
        if (hasStopped(right)) {
            allocator.free(second);
        } else {
            Leak.forGood(second);
        }
    }
}
