// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Stops another device than the one that was given the memory. */
@Linear
public final class OtherDevice {
    private final Link link;
    private final Link other;
    private final DmaMemory memory;

    /** Takes the memory over. */
    public OtherDevice(Link link, Link other, @Moves DmaMemory memory) {
        this.link = link;
        this.other = other;
        this.memory = memory;
    }

    /** Whether one of them is old. */
    public boolean isOld() {
        return link.isOld();
    }

    /** Ends it. */
    @Moves
    public void release(DmaAllocator allocator) throws DriverException {
        other.reset();
        allocator.free(memory); // expect VR405: 'memory' goes back while a device may still use it
    }
}
