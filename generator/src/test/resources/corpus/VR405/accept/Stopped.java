// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Leak;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.Quiesces;

/** Stops the device before its memory goes, or keeps the memory from everybody. */
@Linear
public final class Stopped {
    private final Link link;
    private final DmaAllocator allocator;
    private final DmaMemory memory;
    private final DmaMemory other;
    private boolean stopped;
    private boolean lost;

    /** What was not shown to the device yet goes back without further ado. */
    public Stopped(Link link, DmaAllocator allocator) throws DriverException {
        this.link = link;
        this.allocator = allocator;
        this.stopped = false;
        this.lost = false;
        this.memory = allocator.allocate(64, 64);
        try {
            this.other = allocator.allocate(64, 64);
        } catch (DriverException e) {
            allocator.free(memory);
            throw e;
        }
    }

    @Quiesces
    private void keepForGood() {
        lost = true;
    }

    /** Stops the device, or sees to it that its memory is not used again. */
    public void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            link.reset();
        } catch (DriverException e) {
            Log.error("not stopped: %s", e.errno());
            keepForGood();
        }
    }

    private void giveBack() {
        if (lost) {
            Leak.forGood(memory);
            Leak.forGood(other);
            return;
        }
        allocator.free(memory);
        allocator.free(other);
    }

    /** What a caller owns is no device's. */
    public void drop(@Moves DmaMemory of) {
        allocator.free(of);
    }

    /** Ends it. */
    @Moves
    public void release() {
        stop();
        giveBack();
    }
}
