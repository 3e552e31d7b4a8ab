// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;

/** Notes that the device is stopped, and it is not where the reset has failed. */
@Linear
public final class WrongFlag {
    private final Link link;
    private final DmaMemory memory;
    private boolean stopped;

    /** Takes the memory over. */
    public WrongFlag(Link link, @Moves DmaMemory memory) {
        this.link = link;
        this.memory = memory;
        this.stopped = false;
    }

    /** Stops the device. */
    public void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            link.reset();
        } catch (DriverException e) {
            Log.error("not stopped: %s", e.errno());
        }
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) {
        stop();
        allocator.free(memory); // expect VR405: 'memory' goes back while a device may still use it
    }
}
