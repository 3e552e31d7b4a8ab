// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Leak;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;

/** Stops the device before its memory goes, or keeps the memory from everybody. */
@Linear
public final class Stopped {
    private final Link link;
    private final DmaAllocator allocator;
    private final DmaMemory memory;
    private final DmaMemory other;

    /** What was not shown to the device yet goes back without further ado. */
    public Stopped(Link link, DmaAllocator allocator) throws DriverException {
        this.link = link;
        this.allocator = allocator;
        this.memory = allocator.allocate(64, 64);
        try {
            this.other = allocator.allocate(64, 64);
        } catch (DriverException e) {
            allocator.free(memory);
            throw e;
        }
    }

    private boolean stop() {
        try {
            link.reset();
            return true;
        } catch (DriverException e) {
            Log.error("not stopped: %s", e.errno());
            return false;
        }
    }

    private void giveBack() {
        DmaMemory second = other;
        allocator.free(memory);
        allocator.free(second);
    }

    /** What a caller owns is no device's. */
    public void drop(@Moves DmaMemory of) {
        allocator.free(of);
    }

    /** Ends it. */
    @Moves
    public void release() {
        boolean stopped = stop();
        if (stopped) {
            giveBack();
        } else {
            Leak.forGood(memory);
            Leak.forGood(other);
        }
    }
}
